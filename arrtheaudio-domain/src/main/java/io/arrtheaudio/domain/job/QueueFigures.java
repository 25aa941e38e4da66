package io.arrtheaudio.domain.job;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many jobs there are.
 *
 * @param jobs by state; a state without jobs counts 0
 * @param waiting those that wait, by what for; none of {@link WaitReason#NONE}
 * @param oldest how long ago the first of those that are queued was accepted; zero if none is
 */
public record QueueFigures(Map<JobState, Long> jobs, Map<WaitReason, Long> waiting, Duration oldest) {

    /** Checks the values; the maps are copied and filled up. */
    public QueueFigures {
        jobs = Collections.unmodifiableMap(filled(JobState.class, jobs));
        Map<WaitReason, Long> reasons = filled(WaitReason.class, waiting);
        reasons.remove(WaitReason.NONE);
        waiting = Collections.unmodifiableMap(reasons);
        Objects.requireNonNull(oldest, "oldest");
    }

    /** How many are in a state. */
    public long count(JobState state) {
        return jobs.get(state);
    }

    /** How many wait for something. */
    public long count(WaitReason reason) {
        return waiting.getOrDefault(reason, 0L);
    }

    private static <K extends Enum<K>> Map<K, Long> filled(Class<K> type, Map<K, Long> counts) {
        Map<K, Long> all = new EnumMap<>(type);
        for (K key : type.getEnumConstants()) {
            all.put(key, counts.getOrDefault(key, 0L));
        }
        return all;
    }
}
