package io.arrtheaudio.service;

import io.arrtheaudio.domain.title.KnownLanguage;
import java.time.Duration;
import java.time.Instant;

/**
 * How long answers about titles hold.
 *
 * @param known of a title whose language is known; at most 180 days, by TMDB's terms of use
 * @param unknown of one that is not there, or has no language
 */
public record CacheRules(Duration known, Duration unknown) {

    private static final Duration LONGEST = Duration.ofDays(180);

    /** A month, and a day. */
    public static final CacheRules DEFAULT = new CacheRules(Duration.ofDays(30), Duration.ofDays(1));

    /** Whether an answer holds at a moment. */
    boolean holds(KnownLanguage answer, Instant now) {
        Duration limit = answer.language().isKnown() ? known : unknown;
        return answer.at().plus(limit).isAfter(now);
    }

    /** Checks the values. */
    public CacheRules {
        if (known.isNegative() || known.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "answers were to hold " + known.toDays() + " days but must hold 0 to " + LONGEST.toDays());
        }
        if (unknown.isNegative()) {
            throw new IllegalArgumentException("misses were to hold " + unknown + " but must not be negative");
        }
    }
}
