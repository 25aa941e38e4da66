package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Lists what a Segment holds besides its media data: the codec of each track, attachments, and how many chapters and tags
 * there are. Flags, languages and titles are the inspector's to tell.
 */
final class MatroskaInventory {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 4 * 1024;
    private static final int MOST_ATTACHMENTS = 10_000;

    private final HeaderReader file;
    private final ElementReader elements;
    private final List<String> lines = new ArrayList<>();

    MatroskaInventory(HeaderReader file) {
        this.file = file;
        this.elements = new ElementReader(file);
    }

    List<String> lines() {
        addTracks(new HeaderWalk(file).walk().tracks());
        int tags = 0;
        int chapters = 0;
        for (Element element : TopLevel.read(file).elements()) {
            if (element.id() == Ids.ATTACHMENTS) {
                addAttachments(element);
            } else if (element.id() == Ids.TAGS) {
                tags += content(element, "Tags").all(Ids.TAG).size();
            } else if (element.id() == Ids.CHAPTERS) {
                chapters += chapters(element);
            }
        }
        add("tags", tags);
        add("chapters", chapters);
        return lines;
    }

    private void add(String what, int count) {
        if (count > 0) {
            lines.add("file: " + what + " " + count);
        }
    }

    private void addTracks(Element tracks) {
        int number = 0;
        for (TrackEntry entry : TracksElement.read(file, tracks).entries()) {
            Fields fields = entry.fields();
            lines.add("track " + ++number + ": " + fields.string(Ids.CODEC_ID, "no codec")
                    + fields.last(Ids.CODEC_PRIVATE)
                            .map(codec -> " with CodecPrivate " + digest(fields, codec))
                            .orElse(""));
        }
    }

    private static String digest(Fields fields, Element child) {
        CRC32 sum = new CRC32();
        sum.update(fields.content(), (int) child.contentOffset(), (int) child.size());
        return String.format("(%d B, %08x)", child.size(), sum.getValue());
    }

    private int chapters(Element element) {
        Fields chapters = content(element, "Chapters");
        int count = 0;
        for (Element edition : chapters.all(Ids.EDITION_ENTRY)) {
            count += Fields.of(elements, chapters.content(), edition, element.contentOffset())
                    .all(Ids.CHAPTER_ATOM)
                    .size();
        }
        return count;
    }

    private Fields content(Element element, String name) {
        byte[] content = elements.content(element, LARGEST, name);
        return new Fields(content, elements.children(content, element.contentOffset()));
    }

    /** These may be large, so their data is stepped over. */
    private void addAttachments(Element attachments) {
        for (Element attached : children(attachments)) {
            if (attached.id() == Ids.ATTACHED_FILE) {
                addAttachment(attached);
            }
        }
    }

    private void addAttachment(Element attached) {
        String name = "without a name";
        long size = 0;
        for (Element child : children(attached)) {
            if (child.id() == Ids.FILE_NAME) {
                byte[] text = elements.content(child, LONGEST_NAME, "FileName");
                name = new Fields(text, List.of(new Element(Ids.FILE_NAME, 0, 0, 0, text.length)))
                        .string(Ids.FILE_NAME, name);
            } else if (child.id() == Ids.FILE_DATA) {
                size = child.size();
            }
        }
        lines.add("attachment " + name + " (" + size + " B)");
    }

    private List<Element> children(Element master) {
        List<Element> children = new ArrayList<>();
        for (long offset = master.contentOffset(); offset < master.end(); ) {
            Element child = elements.at(offset);
            if (child.isUnknownSize() || child.end() > master.end() || children.size() == MOST_ATTACHMENTS) {
                throw file.damaged("the element at byte " + offset + " claims more bytes than its parent has, or there"
                        + " are too many");
            }
            children.add(child);
            offset = child.end();
        }
        return children;
    }
}
