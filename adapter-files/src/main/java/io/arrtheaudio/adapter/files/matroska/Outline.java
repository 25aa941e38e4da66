package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts a file into its Clusters and what lies between them (RFC 9559 section 5.1). */
final class Outline {

    /** Of what is larger, as Attachments may be, only the beginning is worth seeing. */
    private static final long SEEN_WHOLE = 8L << 20;

    private static final long SEEN_BEGINNING = 1L << 20;

    /** What may be outside of Clusters and be seen: more than any real file has. */
    private static final long MOST_SEEN = 64L << 20;

    /** What may be outside of Clusters and not be seen: fonts for a season, with much to spare. */
    private static final long MOST_UNSEEN = 1L << 30;

    private final HeaderReader file;
    private final List<Stretch> stretches = new ArrayList<>();
    private long seen;
    private long unseen;

    Outline(HeaderReader file) {
        this.file = file;
    }

    /** In order and without gaps over the whole file; empty if an element does not tell its size. */
    Optional<List<Stretch>> stretches() {
        TopLevel top = TopLevel.read(file);
        if (!top.isWhole()) {
            return Optional.empty();
        }
        add(0, top.segment().contentOffset());
        top.elements().forEach(this::add);
        add(top.end(), file.size());
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
