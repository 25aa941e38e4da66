package io.arrtheaudio.domain.language;

/** How near a track's language is to a wanted one, nearest first. */
public enum Closeness {
    /** The same language, script and region: {@code pt-BR} and {@code pt-BR}. */
    EXACT,
    /** The same language, another variant: {@code pt} and {@code pt-BR}. */
    SAME_BASE,
    /** One is the macrolanguage of the other: {@code zho} and {@code yue}, {@code nor} and {@code nob}. */
    MACROLANGUAGE,
    /** Both belong to a macrolanguage whose members are taken for each other: {@code cmn} and {@code yue}. */
    SIBLING,
    /** Different languages. */
    NONE
}
