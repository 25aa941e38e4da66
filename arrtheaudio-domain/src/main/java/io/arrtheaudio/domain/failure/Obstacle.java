package io.arrtheaudio.domain.failure;

/** What stands in the way, where a program can wait until it is gone, or begin anew. */
public enum Obstacle {
    /** Nothing that is known of. */
    NONE,
    /** There is no room on a disk. */
    DISK_FULL,
    /** The file ends before it should, or changes while it is looked at: it may still be written. */
    UNFINISHED,
    /** The program is being stopped. */
    STOPPING
}
