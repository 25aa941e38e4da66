package io.arrtheaudio.domain.choice;

/** What to do with MP4 files whose audio tracks are not marked as alternatives of each other. */
public enum UngroupedTracks {
    /** Switch all the same and warn: strict players may stop to offer the tracks that are not default. */
    SWITCH,
    /** Leave such files alone. */
    SKIP
}
