package io.arrtheaudio.domain.job;

/** Which jobs come first; within one priority the older one does. */
public enum JobPriority {
    /** A file that was just imported. */
    HIGH,
    /** What a person asked for. */
    NORMAL,
    /** What did not work at first, and work that the program sets itself. */
    LOW;

    /** The more urgent of the two. */
    JobPriority orHigher(JobPriority other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
