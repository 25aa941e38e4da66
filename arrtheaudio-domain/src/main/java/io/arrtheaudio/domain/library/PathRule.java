package io.arrtheaudio.domain.library;

import io.arrtheaudio.domain.choice.TrackPolicy;
import java.util.Objects;

/**
 * Wishes that hold for some paths.
 *
 * @param where the paths
 * @param policy the wishes, whole: what the rule does not say is already taken from the global ones
 */
public record PathRule(Glob where, TrackPolicy policy) {

    /** Checks the values. */
    public PathRule {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(policy, "policy");
    }
}
