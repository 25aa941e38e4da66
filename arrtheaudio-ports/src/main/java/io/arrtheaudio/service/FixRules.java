package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.media.Container;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * By which rules files are fixed.
 *
 * @param policies what to choose where
 * @param containers which containers may be changed
 * @param hardlinks what to do with files that have several names
 * @param mtime the modification time after a change
 */
public record FixRules(PathPolicies policies, Set<Container> containers, HardlinkRule hardlinks, MtimeRule mtime) {

    /** English first, both containers, hard links left alone, times touched. */
    public static final FixRules DEFAULT = new FixRules(
            new PathPolicies(TrackPolicy.DEFAULT, List.of()),
            Set.of(Container.values()),
            HardlinkRule.SKIP,
            MtimeRule.TOUCH);

    /** Checks the values; {@code containers} is copied. */
    public FixRules {
        Objects.requireNonNull(policies, "policies");
        containers = Set.copyOf(containers);
        Objects.requireNonNull(hardlinks, "hardlinks");
        Objects.requireNonNull(mtime, "mtime");
    }
}
