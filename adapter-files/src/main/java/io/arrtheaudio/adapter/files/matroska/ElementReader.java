package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads element headers, one from the file or all that lie in a piece of it; no more than {@value #MAX_ELEMENTS}. */
final class ElementReader {

    /** The longest header: 4 bytes of ID and 8 of size. */
    private static final int LONGEST_HEADER = 12;

    private static final int MAX_ELEMENTS = 100_000;

    private final HeaderReader file;
    private int seen;

    ElementReader(HeaderReader file) {
        this.file = file;
    }

    /** The element that begins at an offset of the file; it may claim to go on behind the file's end. */
    Element at(long offset) {
        int length = (int) Math.min(LONGEST_HEADER, file.size() - offset);
        return parse(file.read(offset, Math.max(length, 1), "an element"), offset);
    }

    /** The same without reading anything around it, for elements that lie far apart. */
    Element farAt(long offset) {
        int length = (int) Math.min(LONGEST_HEADER, file.size() - offset);
        return parse(file.glance(offset, Math.max(length, 1), "an element"), offset);
    }

    /** The content of an element that is all there. */
    byte[] content(Element element, int limit, String name) {
        if (element.isUnknownSize()) {
            throw file.damaged("the " + name + " element at byte " + element.offset() + " does not tell its size");
        }
        if (element.size() > limit) {
            throw file.damaged("the " + name + " element at byte " + element.offset() + " claims " + element.size()
                    + " bytes, more than any real one");
        }
        byte[] content = new byte[(int) element.size()];
        file.read(element.contentOffset(), content.length, "the " + name + " element")
                .get(content);
        return content;
    }

    /**
     * The elements in a master element's content, their offsets counted from the content's start.
     *
     * @param at where the content lies in the file, for messages
     */
    List<Element> children(byte[] content, long at) {
        List<Element> children = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            int start = buffer.position();
            Element child = parse(buffer, at + start).shifted(-at);
            if (child.isUnknownSize() || child.size() > buffer.remaining()) {
                throw file.damaged("the element at byte " + (at + start) + " claims more bytes than its parent has");
            }
            if (++seen > MAX_ELEMENTS) {
                throw file.damaged("its header has more than " + MAX_ELEMENTS + " elements, more than any real one"
                        + " (gave up at byte " + (at + start) + ")");
            }
            children.add(child);
            buffer.position((int) child.end());
        }
        return children;
    }

    /** Reads a header; the buffer stands at its first byte and is moved to the content. */
    private Element parse(ByteBuffer buffer, long offset) {
        int idWidth = Vint.width(buffer.get(buffer.position()));
        if (idWidth > 4 || buffer.remaining() <= idWidth) {
            throw file.damaged("there is no element at byte " + offset + " where one should begin");
        }
        long id = Vint.withMarker(buffer, idWidth);
        int sizeWidth = Vint.width(buffer.get(buffer.position()));
        if (sizeWidth > Vint.MAX_WIDTH || buffer.remaining() < sizeWidth) {
            throw file.damaged("the element at byte " + offset + " has no readable size");
        }
        long size = Vint.value(buffer, sizeWidth);
        return new Element(id, offset, idWidth, sizeWidth, Vint.isUnknown(size, sizeWidth) ? Element.UNKNOWN : size);
    }
}
