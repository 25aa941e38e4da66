package io.arrtheaudio.domain.title;

/**
 * Where a name says that it is of a series.
 *
 * @param index of the first word of it; the number of words if there is none
 * @param sign what it says
 */
record Mark(int index, Sign sign) {

    /** From the surest to the least sure. */
    enum Sign {
        /** {@code S01E01}, {@code 1x01}, {@code 2024.05.17}. */
        EPISODE,
        /** {@code S01}, {@code Season 1}. */
        SEASON,
        /** {@code - 05}; films have numbers too. */
        NUMBER,
        /** Nothing. */
        NONE
    }
}
