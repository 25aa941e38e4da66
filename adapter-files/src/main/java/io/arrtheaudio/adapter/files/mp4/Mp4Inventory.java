package io.arrtheaudio.adapter.files.mp4;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists what a movie holds that a program may lose when it writes the file anew: of the movie itself, of its metadata and
 * of each track. What every program writes in its own way, such as offsets, the order of boxes or its own name, is left
 * out.
 */
final class Mp4Inventory {

    /** What a moov may hold without meaning anything that could be lost, or is listed in another way. */
    private static final Set<String> USUAL =
            Set.of("mvhd", "trak", "mvex", "iods", "free", "skip", "wide", "udta", "meta");

    private static final int MAX_TRAKS = 1_000;
    private static final String MOVIE = "movie: ";

    private final BoxReader boxes;
    private final Movie movie;
    private final List<String> lines = new ArrayList<>();

    Mp4Inventory(BoxReader boxes, Movie movie) {
        this.boxes = boxes;
        this.movie = movie;
    }

    List<String> lines() {
        List<Box> outermost = boxes.legible(0, boxes.fileSize());
        outermost.forEach(this::addOutermost);
        movie.children().forEach(this::addOfMovie);
        Fragments fragments = Fragments.read(boxes, outermost, movie);
        addTracks(fragments);
        if (fragments.isAny()) {
            lines.add(MOVIE + "is in fragments");
        }
        return lines;
    }

    private void addOutermost(Box box) {
        if (box.is("uuid")) {
            lines.add("file: uuid " + Digest.of(boxes, box));
        } else if (box.is("meta")) {
            lines.addAll(new Metadata(boxes, "file: ").ofMeta(box));
        }
    }

    private void addOfMovie(Box box) {
        switch (box.type()) {
            case "udta" -> lines.addAll(new Metadata(boxes, MOVIE).ofUserData(box));
            case "meta" -> lines.addAll(new Metadata(boxes, MOVIE).ofMeta(box));
            case "mvhd" -> {
                if (boxes.fields(box, 8).getInt(4) != 0) {
                    lines.add(MOVIE + "tells when it was made");
                }
            }
            default -> {
                if (!USUAL.contains(box.type())) {
                    lines.add(MOVIE + box.name() + " " + Digest.of(boxes, box));
                }
            }
        }
    }

    private void addTracks(Fragments fragments) {
        List<Box> traks = movie.traks();
        if (traks.size() > MAX_TRAKS) {
            throw boxes.damaged("it has " + traks.size() + " tracks, more than any real file (" + MAX_TRAKS + ")");
        }
        List<Media> tracks = traks.stream().map(trak -> Media.read(boxes, trak)).toList();
        Map<Integer, String> names = names(tracks);
        Chapters chapters = new Chapters(boxes, tracks);
        for (Media track : tracks) {
            if (!chapters.hold(track)) {
                lines.addAll(new TrackInventory(boxes, movie, fragments, names).lines(track));
            }
        }
        int count = chapters.count(movie.children());
        if (count > 0) {
            lines.add(MOVIE + "chapters " + count);
        }
    }

    /** Tracks by their ID: {@code audio 2} is the second one of its kind. */
    private static Map<Integer, String> names(List<Media> tracks) {
        Map<Integer, String> names = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Media track : tracks) {
            names.put(track.id(), track.kind() + " " + counts.merge(track.kind(), 1, Integer::sum));
        }
        return names;
    }
}
