package io.arrtheaudio.adapter.files.mp4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many samples lie in fragments (ISO/IEC 14496-12 clause 8.8).
 *
 * @param isAny whether there is a fragment, or the movie says that there may be
 * @param samples by track ID
 */
record Fragments(boolean isAny, Map<Integer, Long> samples) {

    Fragments {
        samples = Map.copyOf(samples);
    }

    static Fragments read(BoxReader boxes, List<Box> outermost, Movie movie) {
        List<Box> fragments = Media.all(outermost, "moof");
        Map<Integer, Long> samples = new HashMap<>();
        for (Box moof : fragments) {
            for (Box traf : Media.all(boxes.children(moof), "traf")) {
                count(boxes, boxes.children(traf), samples);
            }
        }
        boolean isAnnounced = movie.children().stream().anyMatch(box -> box.is("mvex"));
        return new Fragments(isAnnounced || !fragments.isEmpty(), samples);
    }

    private static void count(BoxReader boxes, List<Box> traf, Map<Integer, Long> samples) {
        int id = Media.first(traf, "tfhd")
                .map(tfhd -> boxes.fields(tfhd, 8).getInt(4))
                .orElse(0);
        for (Box trun : Media.all(traf, "trun")) {
            samples.merge(id, Integer.toUnsignedLong(boxes.fields(trun, 8).getInt(4)), Long::sum);
        }
    }

    long of(Media track) {
        return samples.getOrDefault(track.id(), 0L);
    }
}
