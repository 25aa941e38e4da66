package io.arrtheaudio.domain.job;

import java.util.Locale;

/** What a job waits for. */
public enum WaitReason {
    /** It does not wait. */
    NONE,
    /** There is no room for the copy that it needs. */
    SPACE,
    /** The file has other names, so it is probably still seeded. */
    SEEDING,
    /** There is no file at its path. */
    MISSING_FILE,
    /** The file is not all there, and changed not long ago, so it is probably still written. */
    UNFINISHED_FILE,
    /** No path mapping fits the path that was received. */
    UNMAPPED;

    /** The word for it in output and statistics: {@code missing_file}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
