package io.arrtheaudio.domain.health;

/** How well something is. */
public enum Level {
    /** Nothing to do. */
    OK,
    /** It works, but not as well as it could. */
    WARNING,
    /** It does not work. */
    PROBLEM
}
