package io.arrtheaudio.domain.title;

/** What a title is. The databases number films and series apart, so an id means nothing without it. */
public enum TitleKind {
    /** A film. */
    MOVIE,
    /** A series, or an episode of one. */
    SERIES,
    /** Nothing tells. */
    UNKNOWN
}
