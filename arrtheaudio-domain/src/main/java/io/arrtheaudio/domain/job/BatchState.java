package io.arrtheaudio.domain.job;

import java.util.Locale;

/** How far a batch has come. */
public enum BatchState {
    /** Its files are being looked for; those that were found are worked on already. */
    FINDING,
    /** All files are found; some are not done. */
    WORKING,
    /** All files are done, whatever came of each. */
    COMPLETED,
    /** Its files could not be looked for to the end; those that were found are done all the same. */
    FAILED,
    /** Somebody ended it. */
    CANCELLED;

    /** Whether a batch of the same path must not begin. */
    public boolean isRunning() {
        return this == FINDING || this == WORKING;
    }

    /** The word for it in output and statistics: {@code working}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
