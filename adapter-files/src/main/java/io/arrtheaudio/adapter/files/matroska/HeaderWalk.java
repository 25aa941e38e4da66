package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks over the top-level elements up to the first Cluster, and follows the SeekHead to a Tracks element that lies behind
 * the Clusters (RFC 9559 section 6.3).
 */
final class HeaderWalk {

    private static final int MOST_ELEMENTS = 1_000;
    private static final int MOST_SEEK_HEADS = 8;
    private static final int MOST_CLUSTERS = 15_000;
    private static final int LARGEST_EBML_HEADER = 4 * 1024;

    private final HeaderReader file;
    private final ElementReader elements;
    private final List<Element> front = new ArrayList<>();
    private final List<SeekHead> seekHeads = new ArrayList<>();
    private final List<Element> tracks = new ArrayList<>();

    HeaderWalk(HeaderReader file) {
        this.file = file;
        this.elements = new ElementReader(file);
    }

    /** The document type in the EBML header, {@code matroska} or {@code webm} (RFC 8794 section 11.2.6). */
    String docType() {
        Fields fields = ebmlHeader();
        if (fields.uint(Ids.EBML_READ_VERSION, 1) > 1) {
            throw file.damaged("it is of a later version of EBML than any program here knows");
        }
        if (fields.uint(Ids.EBML_MAX_ID_LENGTH, 4) > 4 || fields.uint(Ids.EBML_MAX_SIZE_LENGTH, 8) > Vint.MAX_WIDTH) {
            throw file.damaged("its EBML header allows longer IDs or sizes than Matroska does");
        }
        return fields.string(Ids.DOC_TYPE, "");
    }

    private Fields ebmlHeader() {
        Element header = elements.at(0);
        byte[] content = elements.content(header, LARGEST_EBML_HEADER, "EBML");
        return new Fields(content, elements.children(content, header.contentOffset()));
    }

    MatroskaHeader walk() {
        Element segment = segment();
        long frontEnd = walkFront(segment);
        followSeekHeads(segment, frontEnd);
        if (tracks.isEmpty()) {
            throw file.damaged("there is no Tracks element before the first Cluster and the SeekHead names none; is it"
                    + " a finished Matroska file?");
        }
        long longestSize = ebmlHeader().uint(Ids.EBML_MAX_SIZE_LENGTH, Vint.MAX_WIDTH);
        return new MatroskaHeader(segment, longestSize, front, seekHeads, tracks.get(0), tracks.size() > 1);
    }

    /**
     * Whether an element that a SeekHead points to is a child of the Segment and no bytes inside another element, such as
     * media data, that look like one. Steps over the Clusters before it; beyond {@value #MOST_CLUSTERS} it gives up.
     */
    boolean isTopLevel(Element found, MatroskaHeader header) {
        List<Element> before = header.front();
        long offset = before.isEmpty()
                ? header.segment().contentOffset()
                : before.get(before.size() - 1).end();
        for (int i = 0; i < MOST_CLUSTERS && offset < found.offset(); i++) {
            Element element = elements.farAt(offset);
            if (element.isUnknownSize()) {
                return false;
            }
            offset = element.end();
        }
        return offset == found.offset();
    }

    /** The first Segment; what lies behind it is not looked at. */
    Element segment() {
        Element header = elements.at(0);
        long offset = header.end();
        for (int i = 0; i < MOST_SEEK_HEADS; i++) {
            Element element = elements.at(offset);
            if (element.id() == Ids.SEGMENT) {
                return element;
            }
            if (element.id() != Ids.VOID || element.isUnknownSize()) {
                throw file.damaged("there is no Segment element at byte " + offset);
            }
            offset = element.end();
        }
        throw file.damaged("there is no Segment element behind the EBML header");
    }

    /** Returns where the first Cluster begins, or the end if there is none. */
    private long walkFront(Element segment) {
        long end = segment.isUnknownSize() ? file.size() : Math.min(segment.end(), file.size());
        long offset = segment.contentOffset();
        while (offset < end) {
            Element element = elements.at(offset);
            if (element.id() == Ids.CLUSTER) {
                return offset;
            }
            if (element.isUnknownSize()) {
                throw file.damaged("the element at byte " + offset + " does not tell its size");
            }
            if (!file.has(element.offset(), element.length())) {
                throw file.unfinished("the element at byte " + offset + " claims to go on behind the file's end");
            }
            if (front.size() == MOST_ELEMENTS) {
                throw file.damaged("it has more than " + MOST_ELEMENTS + " elements before the first Cluster");
            }
            front.add(element);
            note(element);
            offset = element.end();
        }
        return offset;
    }

    private void note(Element element) {
        if (element.id() == Ids.TRACKS) {
            tracks.add(element);
        } else if (element.id() == Ids.SEEK_HEAD && seekHeads.size() < MOST_SEEK_HEADS) {
            seekHeads.add(SeekHead.read(elements, element));
        }
    }

    /**
     * Follows pointers behind the front only: what lies in front was met, and a pointer into the middle of an element there
     * is out of date or damaged. A Tracks element inside another element must not be written to.
     */
    private void followSeekHeads(Element segment, long frontEnd) {
        Deque<SeekHead> open = new ArrayDeque<>(seekHeads);
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (SeekHead.Entry entry : open.pop().entries()) {
                long offset = segment.contentOffset() + entry.position();
                boolean matters = entry.id() == Ids.TRACKS || entry.id() == Ids.SEEK_HEAD;
                boolean isBehind = offset >= frontEnd && file.has(offset, 1);
                if (matters && isBehind && seekHeads.size() < MOST_SEEK_HEADS && seen.add(offset)) {
                    int before = seekHeads.size();
                    follow(offset, entry.id());
                    open.addAll(seekHeads.subList(before, seekHeads.size()));
                }
            }
        }
    }

    /** A pointer that leads to something else is out of date; it is not followed and does no harm. */
    private void follow(long offset, long id) {
        try {
            Element element = elements.at(offset);
            if (element.id() == id && !element.isUnknownSize() && file.has(offset, element.length())) {
                note(element);
            }
        } catch (AudioFixException e) {
            if (e.remedy() != Remedy.FIX_FILE) {
                throw e;
            }
        }
    }
}
