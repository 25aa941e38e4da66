package io.arrtheaudio.adapter.files.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the audio tracks of a movie, in file order, entering only the boxes that tell about them. */
final class TrakReader {

    private static final int MAX_TRAKS = 1_000;
    private static final int HANDLER_TYPE = 8;

    private final BoxReader boxes;
    private final SoundReader sounds;
    private final boolean isQuickTime;

    private TrakReader(BoxReader boxes, boolean isQuickTime) {
        this.boxes = boxes;
        this.sounds = new SoundReader(boxes);
        this.isQuickTime = isQuickTime;
    }

    static List<Trak> audio(BoxReader boxes, Movie movie) {
        List<Box> traks = movie.traks();
        if (traks.size() > MAX_TRAKS) {
            throw boxes.damaged("it has " + traks.size() + " tracks, more than any real file (" + MAX_TRAKS + ")");
        }
        TrakReader reader = new TrakReader(boxes, movie.isQuickTime());
        List<Trak> audio = new ArrayList<>();
        for (Box trak : traks) {
            reader.read(trak).ifPresent(audio::add);
        }
        return audio;
    }

    /** Empty if it is no audio track. */
    private Optional<Trak> read(Box trak) {
        List<Box> parts = boxes.children(trak);
        List<Box> media = first(parts, "mdia").map(boxes::children).orElse(List.of());
        return first(media, "hdlr").filter(this::isSound).map(hdlr -> read(trak, parts, media, hdlr));
    }

    private boolean isSound(Box hdlr) {
        return BoxText.fourCharacters(boxes.fields(hdlr, HANDLER_TYPE + 4), HANDLER_TYPE)
                .equals("soun");
    }

    private Trak read(Box trak, List<Box> parts, List<Box> media, Box hdlr) {
        List<Box> headers = parts.stream().filter(box -> box.is("tkhd")).toList();
        if (headers.isEmpty()) {
            throw boxes.damaged("the " + trak + " has no tkhd box, which tells whether it is the default");
        }
        UserData user = UserData.read(boxes, parts);
        return new Trak(
                trak,
                headers.size(),
                TrackHeader.read(boxes, headers.get(0)),
                MediaLanguage.read(boxes, media, isQuickTime),
                user.title().isEmpty() ? HandlerName.title(boxes, hdlr, isQuickTime) : user.title(),
                user.roles(),
                sound(media));
    }

    private Sound sound(List<Box> media) {
        return first(media, "minf")
                .flatMap(minf -> boxes.first(minf, "stbl"))
                .flatMap(stbl -> boxes.first(stbl, "stsd"))
                .map(sounds::read)
                .orElse(Sound.UNKNOWN);
    }

    private static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.is(type)).findFirst();
    }
}
