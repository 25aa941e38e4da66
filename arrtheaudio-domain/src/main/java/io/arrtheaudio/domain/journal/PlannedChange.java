package io.arrtheaudio.domain.journal;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A change that is about to be made.
 *
 * @param file which file, in the state it has before
 * @param route how the change comes into the file
 * @param plan the bytes before and after; no patches if a tool writes the file anew
 * @param defaultsBefore positions of the audio tracks that are default now
 * @param defaultsAfter positions of those that will be
 * @param explanation why, in one sentence
 * @param cause what asked for it: {@code process}, {@code scan}, {@code webhook 41} ...
 * @param undoes the id of the entry that this change takes back; empty if it takes none back
 * @param at when
 */
public record PlannedChange(
        FileIdentity file,
        Route route,
        EditPlan plan,
        List<Integer> defaultsBefore,
        List<Integer> defaultsAfter,
        String explanation,
        String cause,
        String undoes,
        Instant at) {

    /** Checks the values; the lists are copied. */
    public PlannedChange {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(plan, "plan");
        defaultsBefore = List.copyOf(defaultsBefore);
        defaultsAfter = List.copyOf(defaultsAfter);
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(undoes, "undoes");
        Objects.requireNonNull(at, "at");
    }
}
