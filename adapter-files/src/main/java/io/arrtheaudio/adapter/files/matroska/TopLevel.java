package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.util.ArrayList;
import java.util.List;

/**
 * All children of a Segment (RFC 9559 section 5.1), found by stepping from one to the next.
 *
 * @param segment the Segment
 * @param end offset of the first byte behind it
 * @param elements in order; if one does not tell its size, it is the last that is known
 */
record TopLevel(Element segment, long end, List<Element> elements) {

    TopLevel {
        elements = List.copyOf(elements);
    }

    static TopLevel read(HeaderReader file) {
        ElementReader reader = new ElementReader(file);
        Element segment = new HeaderWalk(file).segment();
        long end = segment.isUnknownSize() ? file.size() : segment.end();
        if (end > file.size()) {
            throw file.unfinished("its Segment claims to go on behind the file's end; is it complete?");
        }
        List<Element> elements = new ArrayList<>();
        boolean goesOn = true;
        for (long offset = segment.contentOffset(); goesOn && offset < end; ) {
            Element element = reader.farAt(offset);
            goesOn = !element.isUnknownSize();
            if (goesOn && element.end() > end) {
                throw file.damaged("the element at byte " + offset + " claims to go on behind the end of the Segment at"
                        + " byte " + end);
            }
            elements.add(element);
            offset = element.end();
        }
        return new TopLevel(segment, end, elements);
    }

    /** Whether every element tells its size, so that none is missing here. */
    boolean isWhole() {
        return elements.stream().noneMatch(Element::isUnknownSize);
    }
}
