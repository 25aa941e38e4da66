package io.arrtheaudio.launcher.server.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * How other programs are used.
 *
 * @param paths which they are
 * @param verifyStreams whether to compare all media data after one of them has written a file anew
 * @param allowTailTracks whether one may leave the track list of a Matroska file behind the media data
 * @param timeout how long one may go without any progress before it is ended
 */
public record ToolsSettings(ToolPaths paths, boolean verifyStreams, boolean allowTailTracks, Duration timeout) {

    /** Tools from {@code PATH}; five minutes; track lists stay in front. */
    public static final ToolsSettings DEFAULT =
            new ToolsSettings(ToolPaths.DEFAULT, false, false, Duration.ofMinutes(5));

    /** Checks the values. */
    public ToolsSettings {
        Objects.requireNonNull(paths, "paths");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout was " + timeout + " but must be positive");
        }
    }
}
