package io.arrtheaudio.domain.figures;

import java.time.Duration;
import java.util.Objects;

/**
 * What files of one kind took.
 *
 * @param kind the container that their names promise, in one word; empty if they promise none
 * @param jobs how many were completed
 * @param mean what one took on average
 */
public record KindFigures(String kind, long jobs, Duration mean) {

    /** Checks that the values are there. */
    public KindFigures {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(mean, "mean");
    }
}
