package io.arrtheaudio.domain.job;

import java.util.Locale;

/** How a job ended, as {@link io.arrtheaudio.domain.edit.Outcome#word} tells it. */
public enum ResultKind {
    /** It has not ended, or was cancelled. */
    NONE,
    /** The file was changed. */
    CHANGED,
    /** The file needed nothing. */
    ALREADY_CORRECT,
    /** No track is wanted. */
    NO_MATCH,
    /** The file was left alone. */
    SKIPPED,
    /** The file would have been changed. */
    WOULD_CHANGE,
    /** It did not work. */
    FAILED;

    /** The word for it in output and statistics: {@code already_correct}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
