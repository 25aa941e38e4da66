package io.arrtheaudio.port.out;

import java.util.Locale;

/** What takes a while, so that somebody may want to know where the time went. */
public enum Doing {
    /** A request is answered. */
    REQUEST,
    /** A job is done. */
    JOB,
    /** A file is looked into. */
    INSPECT,
    /** It is found out which track is the right one. */
    CHOOSE,
    /** A file is changed. */
    WRITE,
    /** Somebody outside is asked about a title. */
    LOOKUP;

    /** The word for it in output: {@code inspect}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
