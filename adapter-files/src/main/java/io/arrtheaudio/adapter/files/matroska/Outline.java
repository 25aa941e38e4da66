package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps over every top-level element of a Segment (RFC 9559 section 5.1), reading no more than their headers. */
final class Outline {

    /** Of what is larger, as Attachments may be, only the beginning is worth seeing. */
    private static final long SEEN_WHOLE = 8L << 20;

    private static final long SEEN_BEGINNING = 1L << 20;

    /** What may be outside of Clusters and be seen: more than any real file has. */
    private static final long MOST_SEEN = 64L << 20;

    /** What may be outside of Clusters and not be seen: fonts for a season, with much to spare. */
    private static final long MOST_UNSEEN = 1L << 30;

    private final HeaderReader file;
    private final ElementReader elements;
    private final List<Stretch> stretches = new ArrayList<>();
    private long seen;
    private long unseen;

    Outline(HeaderReader file) {
        this.file = file;
        this.elements = new ElementReader(file);
    }

    /** In order and without gaps over the whole file; empty if an element does not tell its size. */
    Optional<List<Stretch>> stretches() {
        Element segment = new HeaderWalk(file).segment();
        long end = segment.isUnknownSize() ? file.size() : segment.end();
        if (end > file.size()) {
            throw file.damaged("its Segment claims to go on behind the file's end; is it complete?");
        }
        add(0, segment.contentOffset());
        for (long offset = segment.contentOffset(); offset < end; ) {
            Element element = elements.farAt(offset);
            if (element.isUnknownSize()) {
                return Optional.empty();
            }
            if (element.end() > end) {
                throw file.damaged("the element at byte " + offset + " claims to go on behind the end of the Segment at"
                        + " byte " + end);
            }
            add(element);
            offset = element.end();
        }
        add(end, file.size());
        return Optional.of(List.copyOf(stretches));
    }

    private void add(Element element) {
        if (element.id() == Ids.CLUSTER) {
            stretches.add(new Stretch(element.offset(), element.contentOffset(), element.end(), true));
        } else {
            add(element.offset(), element.end());
        }
    }

    /** Something that is no Cluster. */
    private void add(long from, long to) {
        long shown = to - from > SEEN_WHOLE ? SEEN_BEGINNING : to - from;
        seen += shown;
        unseen += to - from - shown;
        if (seen > MOST_SEEN || unseen > MOST_UNSEEN) {
            throw file.damaged("it holds more outside of its Clusters than any real file, up to byte " + to);
        }
        int last = stretches.size() - 1;
        boolean goesOn = last >= 0
                && !stretches.get(last).isMedia()
                && stretches.get(last).isSeen();
        long start = goesOn ? stretches.remove(last).offset() : from;
        stretches.add(new Stretch(start, from + shown, to, false));
    }
}
