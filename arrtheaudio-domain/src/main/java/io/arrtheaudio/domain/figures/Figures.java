package io.arrtheaudio.domain.figures;

import io.arrtheaudio.domain.job.JobState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is remembered, in figures.
 *
 * @param kept the jobs that are kept, by state; a state without jobs counts 0
 * @param ended those that ended since some moment, by state
 * @param kinds what files of each kind took
 * @param answers how many answers about titles are kept
 * @param changes how many changes are in the journal
 * @param databaseBytes the size of the database
 */
public record Figures(
        Map<JobState, Long> kept,
        Map<JobState, Long> ended,
        List<KindFigures> kinds,
        long answers,
        long changes,
        long databaseBytes) {

    /** Where nothing is remembered yet. */
    public static final Figures NONE = new Figures(Map.of(), Map.of(), List.of(), 0, 0, 0);

    /** Checks the values; maps and list are copied, the maps filled up. */
    public Figures {
        kept = filled(kept);
        ended = filled(ended);
        kinds = List.copyOf(kinds);
    }

    /** How many of a hundred jobs that are kept and were done or failed did not fail; empty if there is none. */
    public OptionalDouble successPercent() {
        long done = kept.get(JobState.COMPLETED);
        long both = done + kept.get(JobState.FAILED);
        return both == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * done / both);
    }

    private static Map<JobState, Long> filled(Map<JobState, Long> counts) {
        Map<JobState, Long> all = new EnumMap<>(JobState.class);
        for (JobState state : JobState.values()) {
            all.put(state, counts.getOrDefault(state, 0L));
        }
        return Collections.unmodifiableMap(all);
    }
}
