package io.arrtheaudio.domain.failure;

import java.util.Objects;

/**
 * The one exception that crosses a port. Its message says what was attempted, on what, what was found and what to do, in
 * one line, and never holds a secret.
 */
public final class AudioFixException extends RuntimeException {

    private final Remedy remedy;
    private final Obstacle obstacle;

    /** A failure found by looking at a value; nothing else threw. */
    public AudioFixException(Remedy remedy, String message) {
        super(message);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.obstacle = Obstacle.NONE;
    }

    /** A failure that another exception reported first. */
    public AudioFixException(Remedy remedy, String message, Throwable cause) {
        super(message, cause);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
        this.obstacle = Obstacle.NONE;
    }

    private AudioFixException(Remedy remedy, Obstacle obstacle, String message, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.obstacle = obstacle;
    }

    /** There was no room on a disk, found by looking; {@code RETRY_LATER}. */
    public static AudioFixException diskFull(String message) {
        return diskFull(message, null);
    }

    /** There was no room on a disk, which another exception reported first; {@code RETRY_LATER}. */
    public static AudioFixException diskFull(String message, Throwable cause) {
        return new AudioFixException(Remedy.RETRY_LATER, Obstacle.DISK_FULL, message, cause);
    }

    /** The file ends before it should; {@code FIX_FILE}, for who knows whether more is to come. */
    public static AudioFixException unfinished(String message) {
        return new AudioFixException(Remedy.FIX_FILE, Obstacle.UNFINISHED, message, null);
    }

    /** It was not done, since the program is being stopped; {@code RETRY_LATER}. */
    public static AudioFixException stopping(String message) {
        return new AudioFixException(Remedy.RETRY_LATER, Obstacle.STOPPING, message, null);
    }

    /** Who can mend it. */
    public Remedy remedy() {
        return remedy;
    }

    /** What stood in the way. */
    public Obstacle obstacle() {
        return obstacle;
    }
}
