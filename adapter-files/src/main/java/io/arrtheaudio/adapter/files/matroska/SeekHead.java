package io.arrtheaudio.adapter.files.matroska;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index of top-level elements (RFC 9559 section 5.1.1); positions count from the Segment's content.
 *
 * @param element where it lies in the file
 * @param content its bytes
 * @param entries what it points to
 * @param crc its checksum, if it has one
 */
record SeekHead(Element element, byte[] content, List<Entry> entries, Optional<Crc> crc) {

    private static final int LARGEST = 64 * 1024;

    /**
     * One pointer.
     *
     * @param id what it points to
     * @param position from the Segment's content
     * @param valueOffset where the position is written, from this SeekHead's content
     * @param valueWidth in how many bytes
     */
    record Entry(long id, long position, int valueOffset, int valueWidth) {}

    static SeekHead read(ElementReader reader, Element element) {
        byte[] content = reader.content(element, LARGEST, "SeekHead");
        List<Element> children = reader.children(content, element.contentOffset());
        List<Entry> entries = new ArrayList<>();
        for (Element child : children) {
            if (child.id() == Ids.SEEK) {
                entry(reader, element, content, child).ifPresent(entries::add);
            }
        }
        return new SeekHead(element, content, entries, Crc.first(children));
    }

    private static Optional<Entry> entry(ElementReader reader, Element head, byte[] content, Element seek) {
        Fields fields = Fields.of(reader, content, seek, head.contentOffset());
        Optional<Element> position = fields.last(Ids.SEEK_POSITION);
        if (fields.last(Ids.SEEK_ID).isEmpty() || position.isEmpty()) {
            return Optional.empty();
        }
        int valueOffset = (int) (seek.contentOffset() + position.get().contentOffset());
        return Optional.of(new Entry(fields.uint(Ids.SEEK_ID, 0), fields.uint(Ids.SEEK_POSITION, 0), valueOffset, (int)
                position.get().size()));
    }
}
