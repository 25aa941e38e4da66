package io.arrtheaudio.adapter.ffmpeg;

import java.time.Duration;
import java.util.Objects;

/**
 * Which tools to run, and how.
 *
 * @param ffprobe a name that is looked for in {@code PATH}, or a path
 * @param ffmpeg the same
 * @param mkvpropedit the same
 * @param mkvmerge the same
 * @param patience a tool that got no further for so long is ended; one that gets on has all the time it needs
 * @param allowTailTracks whether mkvpropedit may move Tracks behind the last Cluster, where it finds no other room: the
 *     file grows, and simple players no longer find the tracks
 * @param verifyStreams whether hashes of all streams are compared after a rewrite; reads both files once more
 */
public record ToolSettings(
        String ffprobe,
        String ffmpeg,
        String mkvpropedit,
        String mkvmerge,
        Duration patience,
        boolean allowTailTracks,
        boolean verifyStreams) {

    /** The tools in {@code PATH}, five minutes, nothing moved to the end, no hashes. */
    public static final ToolSettings DEFAULT =
            new ToolSettings("ffprobe", "ffmpeg", "mkvpropedit", "mkvmerge", Duration.ofMinutes(5), false, false);

    /** Checks the values. */
    public ToolSettings {
        requireName("ffprobe", ffprobe);
        requireName("ffmpeg", ffmpeg);
        requireName("mkvpropedit", mkvpropedit);
        requireName("mkvmerge", mkvmerge);
        Objects.requireNonNull(patience, "patience");
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience was " + patience + " but must be positive");
        }
    }

    private static void requireName(String tool, String value) {
        if (value.isBlank() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    tool + " was '" + value + "' but must be the name of a program or a path to it");
        }
    }
}
