package io.arrtheaudio.domain.journal;

/** How far a recorded change has come. */
public enum EntryState {
    /** It was about to be written; whether it was, only the file can tell. */
    OPEN,
    /** It is in the file, on disk and verified. */
    DONE,
    /** It is not in the file: it failed and its old bytes were put back, or it never came to be written. */
    TAKEN_BACK
}
