package io.arrtheaudio.domain.library;

import io.arrtheaudio.domain.choice.TrackPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Which wishes hold where: the first rule that matches, else the global ones.
 *
 * @param global what holds where no rule matches
 * @param rules in the order in which they are asked
 */
public record PathPolicies(TrackPolicy global, List<PathRule> rules) {

    /** Checks the values; {@code rules} is copied. */
    public PathPolicies {
        Objects.requireNonNull(global, "global");
        rules = List.copyOf(rules);
    }

    /** The wishes for one file, given by its absolute path. */
    public TrackPolicy policyFor(Path file) {
        if (rules.isEmpty()) {
            return global;
        }
        StringBuilder path = new StringBuilder();
        file.forEach(name -> path.append('/').append(name));
        return rules.stream()
                .filter(rule -> rule.where().matches(path.toString()))
                .findFirst()
                .map(PathRule::policy)
                .orElse(global);
    }
}
