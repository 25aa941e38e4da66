package io.arrtheaudio.domain.media;

import java.util.Set;

/** What a track is for. Only a {@link #MAIN} track is ever chosen. */
public enum TrackRole {
    /** The title's own sound, original or dubbed. */
    MAIN,
    /** Audio description: a narrator tells what is to be seen. */
    DESCRIPTIVE,
    /** Somebody talks about the title over it. */
    COMMENTARY;

    /**
     * The role of a track: its flags decide first, then the words of its title in any of the languages known to
     * {@link TitleWords}. A title is free text; an empty one says nothing.
     */
    public static TrackRole of(Set<TrackFlag> flags, String title) {
        if (flags.contains(TrackFlag.COMMENTARY)) {
            return COMMENTARY;
        }
        if (flags.contains(TrackFlag.VISUAL_IMPAIRED) || flags.contains(TrackFlag.TEXT_DESCRIPTIONS)) {
            return DESCRIPTIVE;
        }
        return TitleWords.roleOf(title);
    }
}
