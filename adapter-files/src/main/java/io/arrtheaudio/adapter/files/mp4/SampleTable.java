package io.arrtheaudio.adapter.files.mp4;

import java.util.List;
import java.util.OptionalLong;

/** How many samples a track has and how long they last (ISO/IEC 14496-12 clauses 8.7.3, 8.6.1.2 and 8.6.1.3). */
final class SampleTable {

    private SampleTable() {}

    /** Those in the sample table itself; none in fragments. */
    static long count(BoxReader boxes, List<Box> table) {
        for (Box box : table) {
            if (box.is("stsz") || box.is("stz2")) {
                return Integer.toUnsignedLong(boxes.fields(box, 12).getInt(8));
            }
        }
        return 0;
    }

    /**
     * From the first sample that is shown to the last, in units of the track's time scale. Programs differ in where they
     * count from, in the order of decoding, and in how long they think the last sample lasts, but not in this.
     */
    static OptionalLong span(BoxReader boxes, List<Box> table) {
        long samples = count(boxes, table);
        return samples < 2
                ? OptionalLong.empty()
                : Media.first(table, "stts")
                        .map(stts -> OptionalLong.of(span(boxes, table, stts, samples)))
                        .orElse(OptionalLong.empty());
    }

    private static long span(BoxReader boxes, List<Box> table, Box stts, long samples) {
        SampleRuns deltas = new SampleRuns(boxes, List.of(stts));
        SampleRuns delays = new SampleRuns(boxes, Media.all(table, "ctts"));
        long decoded = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long left = samples, step; left > 0; left -= step) {
            step = Math.min(left, Math.min(deltas.left(), delays.left()));
            long shown = decoded + delays.value();
            first = Math.min(first, shown);
            last = Math.max(last, shown + (step - 1) * deltas.value());
            decoded += step * deltas.value();
            deltas.skip(step);
            delays.skip(step);
        }
        return last - first;
    }
}
