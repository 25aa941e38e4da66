package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.language.Language;
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
 * @param copyLimit how many bytes may be copied for files with several names while the program runs; no limit is
 *     {@link Long#MAX_VALUE}
 */
public record FixRules(
        PathPolicies policies, Set<Container> containers, HardlinkRule hardlinks, MtimeRule mtime, long copyLimit) {

    /** English first, both containers, hard links left alone, times touched. */
    public static final FixRules DEFAULT = new FixRules(
            new PathPolicies(TrackPolicy.DEFAULT, List.of()),
            Set.of(Container.values()),
            HardlinkRule.SKIP,
            MtimeRule.TOUCH,
            Long.MAX_VALUE);

    /** Checks the values; {@code containers} is copied. */
    public FixRules {
        Objects.requireNonNull(policies, "policies");
        containers = Set.copyOf(containers);
        Objects.requireNonNull(hardlinks, "hardlinks");
        Objects.requireNonNull(mtime, "mtime");
        if (copyLimit < 0) {
            throw new IllegalArgumentException("copyLimit was " + copyLimit + " but must not be negative");
        }
    }

    /** The same with other wishes. */
    public FixRules with(PathPolicies other) {
        return new FixRules(other, containers, hardlinks, mtime, copyLimit);
    }

    /** The same with another list of languages where no rule for a path matches. */
    public FixRules withLanguages(List<Language> wanted) {
        return with(new PathPolicies(policies.global().withLanguages(wanted), policies.rules()));
    }

    /** The same with another rule for files with several names. */
    public FixRules with(HardlinkRule other) {
        return new FixRules(policies, containers, other, mtime, copyLimit);
    }

    /** The same with another modification time. */
    public FixRules with(MtimeRule other) {
        return new FixRules(policies, containers, hardlinks, other, copyLimit);
    }

    /** The same with another limit for copies. */
    public FixRules withCopyLimit(long bytes) {
        return new FixRules(policies, containers, hardlinks, mtime, bytes);
    }
}
