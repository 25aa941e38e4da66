package io.arrtheaudio.domain.choice;

/** Whether Matroska tracks with FlagEnabled = 0 may be chosen. mkvmerge makes such tracks of MP4 alternates. */
public enum DisabledTracks {
    /** They are no candidates. */
    IGNORE,
    /** They are candidates like all others. */
    CONSIDER
}
