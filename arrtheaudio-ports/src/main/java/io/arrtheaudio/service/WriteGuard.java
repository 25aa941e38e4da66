package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one place in front of every write. It looks at the file again itself, so that nothing depends on what an entry point
 * remembered to check.
 *
 * <p>Thread-safe.
 */
final class WriteGuard {

    private final MediaFiles files;
    private final HardlinkRule hardlinks;
    private final InstantSource clock;

    WriteGuard(MediaFiles files, HardlinkRule hardlinks, InstantSource clock) {
        this.files = files;
        this.hardlinks = hardlinks;
        this.clock = clock;
    }

    /**
     * Asks whether a file may be written.
     *
     * @param file as the caller named it
     * @param inspected what it was when it was looked into
     * @return empty if it may
     */
    Optional<Outcome> objection(Path file, FileIdentity inspected, FixOptions options, Explanation explanation) {
        FileFacts now = files.stat(file);
        FileIdentity identity = now.identity();
        if (options.roots().stream().noneMatch(root -> isInside(root, identity.path()))) {
            return Optional.of(new Outcome.Skipped(
                    file,
                    SkipReason.OUTSIDE_ROOTS,
                    "it is really " + identity.path() + ", outside of what may be changed; name that path itself",
                    explanation));
        }
        if (!identity.equals(inspected)) {
            return Optional.of(failed(
                    file, Remedy.RETRY_LATER, "it changed while it was looked at; try again later", explanation));
        }
        if (!now.isWritable()) {
            return Optional.of(failed(
                    file,
                    Remedy.FIX_FILE,
                    "it may not be written: see its permissions, whether the disk is mounted read-only, and its immutable flag",
                    explanation));
        }
        if (isFresh(identity, options.minAge())) {
            return Optional.of(new Outcome.Skipped(
                    file,
                    SkipReason.TOO_FRESH,
                    "it changed less than " + options.minAge().toSeconds() + " s ago and may still be copied (min_age)",
                    explanation));
        }
        if (now.mayBeLinked() && hardlinks == HardlinkRule.SKIP) {
            return Optional.of(new Outcome.Skipped(file, SkipReason.HARDLINKED, names(now.links()), explanation));
        }
        return Optional.empty();
    }

    private boolean isInside(Path root, Path realFile) {
        try {
            return realFile.startsWith(files.stat(root).identity().path());
        } catch (AudioFixException e) {
            return false; // a root that cannot be looked at permits nothing
        }
    }

    /** A time in the future says nothing about a copy in progress, but waiting for it would never end. */
    private boolean isFresh(FileIdentity identity, Duration minAge) {
        Duration age = Duration.between(identity.modified(), clock.instant());
        return !age.isNegative() && age.compareTo(minAge) < 0;
    }

    private static Outcome failed(Path file, Remedy remedy, String problem, Explanation explanation) {
        return new Outcome.Failed(file, remedy, "cannot change " + file + ": " + problem, explanation);
    }

    private static String names(int links) {
        String found = links == 0 ? "its hard links cannot be counted" : "it has " + links + " names (hard links)";
        return found
                + ", so a seeding torrent may share its bytes; set hardlinks: edit in the settings to change it anyway";
    }
}
