package io.arrtheaudio.domain.choice;

/** What the original language of a title is good for. */
public enum OriginalUse {
    /** It comes before every language of the list. */
    PREFER,
    /** It is not asked for; the list alone decides. */
    IGNORE
}
