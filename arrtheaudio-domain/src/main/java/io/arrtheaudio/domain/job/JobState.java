package io.arrtheaudio.domain.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a job has come. */
public enum JobState {
    /** It can be worked on, at once or from a known moment on. */
    QUEUED,
    /** Somebody works on it. */
    RUNNING,
    /** Something outside must change first; it is looked at again from time to time. */
    WAITING,
    /** It is done, whether or not there was something to change. */
    COMPLETED,
    /** It did not work, and is not tried again by itself. */
    FAILED,
    /** Nobody wants it any more, or another job does the same. */
    CANCELLED;

    /** The states that can come next. */
    public Set<JobState> next() {
        return switch (this) {
            case QUEUED, WAITING -> EnumSet.of(RUNNING, CANCELLED);
            case RUNNING -> EnumSet.of(QUEUED, WAITING, COMPLETED, FAILED, CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> EnumSet.noneOf(JobState.class);
        };
    }

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return next().isEmpty();
    }

    /** Whether somebody may take it up. */
    public boolean isPending() {
        return this == QUEUED || this == WAITING;
    }

    /** The word for it in output and statistics: {@code queued}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
