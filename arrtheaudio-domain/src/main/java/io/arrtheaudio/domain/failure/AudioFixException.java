package io.arrtheaudio.domain.failure;

import java.util.Objects;

/**
 * The one exception that crosses a port. Its message says what was attempted, on what, what was found and what to do, in
 * one line, and never holds a secret.
 */
public final class AudioFixException extends RuntimeException {

    private final Remedy remedy;

    /** A failure found by looking at a value; nothing else threw. */
    public AudioFixException(Remedy remedy, String message) {
        super(message);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** A failure that another exception reported first. */
    public AudioFixException(Remedy remedy, String message, Throwable cause) {
        super(message, cause);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** Who can mend it. */
    public Remedy remedy() {
        return remedy;
    }
}
