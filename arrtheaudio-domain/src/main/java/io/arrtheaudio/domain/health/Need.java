package io.arrtheaudio.domain.health;

/** What depends on something. */
public enum Need {
    /** Without it nothing is served. */
    SERVING,
    /** Without it some work cannot be done, or not as well. */
    WORK,
    /** Nothing: the settings do without it. */
    NOTHING
}
