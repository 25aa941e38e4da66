package io.arrtheaudio.domain.figures;

/**
 * The journal in figures.
 *
 * @param changes how many entries it has
 * @param undone how many of them took another back
 * @param bytes how many bytes of files it remembers, old and new
 */
public record JournalFigures(long changes, long undone, long bytes) {

    /** An empty one. */
    public static final JournalFigures NONE = new JournalFigures(0, 0, 0);
}
