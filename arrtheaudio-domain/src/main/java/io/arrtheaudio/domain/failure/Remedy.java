package io.arrtheaudio.domain.failure;

/** Who can mend a failure; this alone decides about another try, the exit code and the HTTP status. */
public enum Remedy {
    /** It may work later as it is: the disk was full, the file was busy. */
    RETRY_LATER,
    /** The settings or the arguments are wrong. */
    FIX_SETTINGS,
    /** The file itself is damaged, unfinished or not permitted. */
    FIX_FILE,
    /** The program broke one of its own promises. */
    REPORT_BUG
}
