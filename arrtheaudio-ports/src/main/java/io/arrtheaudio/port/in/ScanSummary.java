package io.arrtheaudio.port.in;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scan did.
 *
 * @param outcomes how many files ended how: {@code changed}, {@code skipped: hardlinked} ...; sorted by word
 * @param passedOver how many files and folders could not be looked at
 * @param copiedBytes how many bytes were copied to another place on the disk; in a dry run, how many may be at most
 * @param took from start to end
 * @param cancelled whether it was ended before all was done
 */
public record ScanSummary(
        Map<String, Long> outcomes, long passedOver, long copiedBytes, Duration took, boolean cancelled) {

    /** Copies the map. */
    public ScanSummary {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }

    /** How many files were looked at. */
    public long files() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many files ended with this word or with a reason behind it. */
    public long count(String word) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().equals(word) || entry.getKey().startsWith(word + ":"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
