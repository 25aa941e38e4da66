package io.arrtheaudio.domain.figures;

import io.arrtheaudio.domain.job.JobState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is remembered, in figures.
 *
 * @param kept the jobs that are kept, by state; a state without jobs counts 0
 * @param ended those that ended since some moment, by state
 * @param accepted how many jobs were ever accepted, those that are forgotten included
 * @param kinds what files of each kind took
 * @param answers how many answers about titles are kept
 * @param use how often they were of use in this run of the program
 * @param journal the changes
 * @param databaseBytes the size of the database
 */
public record Figures(
        Map<JobState, Long> kept,
        Map<JobState, Long> ended,
        long accepted,
        List<KindFigures> kinds,
        long answers,
        MemoryUse use,
        JournalFigures journal,
        long databaseBytes) {

    /** Where nothing is remembered yet. */
    public static final Figures NONE =
            new Figures(Map.of(), Map.of(), 0, List.of(), 0, MemoryUse.NONE, JournalFigures.NONE, 0);

    /** Checks the values; maps and list are copied, the maps filled up. */
    public Figures {
        kept = filled(kept);
        ended = filled(ended);
        kinds = List.copyOf(kinds);
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(journal, "journal");
    }

    /** The same with how often answers were of use. */
    public Figures with(MemoryUse other) {
        return new Figures(kept, ended, accepted, kinds, answers, other, journal, databaseBytes);
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
