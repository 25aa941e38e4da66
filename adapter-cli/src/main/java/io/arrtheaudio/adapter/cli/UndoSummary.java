package io.arrtheaudio.adapter.cli;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What taking changes back came to.
 *
 * @param outcomes how many changes ended how, sorted by word
 * @param dryRun whether nothing was written
 * @param cancelled whether it was ended before all was done
 */
record UndoSummary(Map<String, Long> outcomes, boolean dryRun, boolean cancelled) {

    /** Copies the map. */
    UndoSummary {
        outcomes = Collections.unmodifiableMap(new TreeMap<>(outcomes));
    }

    /** How many changes were looked after. */
    long changes() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
