package io.arrtheaudio.launcher.server;

/** What a run of the program may do with its data folder. */
public enum Access {
    /**
     * Nothing in it is made, brought up to date or written, but for the index of a log that a killed program left, which
     * SQLite may make anew. To begin a change is a bug.
     */
    LOOKING,
    /** What is needed is made and written, as late as can be. */
    CHANGING
}
