package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.media.TrackFlag;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** ffprobe's dispositions as flags; it makes them of Matroska's flags and of MP4's {@code tkhd} and {@code kind} boxes. */
final class Dispositions {

    private static final Map<String, TrackFlag> FLAGS = Map.of(
            "default", TrackFlag.DEFAULT,
            "forced", TrackFlag.FORCED,
            "comment", TrackFlag.COMMENTARY,
            "visual_impaired", TrackFlag.VISUAL_IMPAIRED,
            "descriptions", TrackFlag.TEXT_DESCRIPTIONS,
            "hearing_impaired", TrackFlag.HEARING_IMPAIRED,
            "original", TrackFlag.ORIGINAL,
            "dub", TrackFlag.DUB);

    private Dispositions() {}

    /** A set for the caller to add to. */
    static Set<TrackFlag> flags(MediaStream stream) {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        FLAGS.forEach((disposition, flag) -> {
            if (stream.is(disposition)) {
                flags.add(flag);
            }
        });
        return flags;
    }
}
