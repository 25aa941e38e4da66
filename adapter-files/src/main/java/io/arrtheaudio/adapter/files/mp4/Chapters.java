package io.arrtheaudio.adapter.files.mp4;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chapters: a text track that others refer to by {@code chap} (QTFF "Chapter Lists"), a {@code chpl} box in the movie's
 * {@code udta} as Nero writes it, or both, as most programs do.
 */
final class Chapters {

    private final BoxReader boxes;
    private final List<Media> tracks;
    private final Set<Integer> ids = new HashSet<>();

    Chapters(BoxReader boxes, List<Media> tracks) {
        this.boxes = boxes;
        this.tracks = tracks;
        for (Media track : tracks) {
            for (Box chap : Media.all(Media.children(boxes, track.parts(), "tref"), "chap")) {
                ids.addAll(Media.ids(boxes, chap));
            }
        }
    }

    /** Whether a track is nothing but titles of chapters. */
    boolean hold(Media track) {
        return track.handler().equals("text") && ids.contains(track.id());
    }

    /**
     * How many there are.
     *
     * @param movie the boxes in {@code moov}
     */
    int count(List<Box> movie) {
        int count = 0;
        for (Media track : tracks) {
            count = hold(track) ? Math.max(count, (int) SampleTable.count(boxes, track.table())) : count;
        }
        for (Box udta : Media.all(movie, "udta")) {
            for (Box chpl : Media.all(boxes.legible(udta.body(), udta.end()), "chpl")) {
                count = Math.max(count, count(chpl));
            }
        }
        return count;
    }

    private int count(Box chpl) {
        ByteBuffer body = boxes.body(chpl, 9);
        int at = body.hasRemaining() && body.get(0) != 0 ? 8 : 4;
        return body.remaining() > at ? Byte.toUnsignedInt(body.get(at)) : 0;
    }
}
