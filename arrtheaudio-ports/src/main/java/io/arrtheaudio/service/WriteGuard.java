package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
     * @param roots inside which folders, or which single files, it must lie
     * @param minAge how long it must be unchanged
     * @return empty if it may
     */
    Optional<Objection> objection(Path file, FileIdentity inspected, List<Path> roots, Duration minAge) {
        FileFacts now = files.stat(file);
        FileIdentity identity = now.identity();
        if (roots.stream().noneMatch(root -> isInside(root, identity.path()))) {
            return skip(
                    SkipReason.OUTSIDE_ROOTS,
                    "it is really " + identity.path() + ", outside of what may be changed; name that path itself");
        }
        if (!identity.equals(inspected)) {
            return fail(
                    file,
                    Remedy.RETRY_LATER,
                    Obstacle.UNFINISHED,
                    "it changed while it was looked at; try again later");
        }
        if (!now.isWritable()) {
            return fail(
                    file,
                    Remedy.FIX_FILE,
                    Obstacle.NONE,
                    "it may not be written: see its permissions, whether the disk is mounted read-only, and its immutable flag");
        }
        if (isFresh(identity, minAge)) {
            return skip(
                    SkipReason.TOO_FRESH,
                    "it changed less than " + minAge.toSeconds() + " s ago and may still be copied (min_age)");
        }
        if (now.mayBeLinked() && hardlinks == HardlinkRule.SKIP) {
            return skip(SkipReason.HARDLINKED, names(now.links()));
        }
        return Optional.empty();
    }

    /** Whether a file must not be written itself: it has other names, which keep their bytes. */
    boolean wantsCopy(Path file) {
        return hardlinks == HardlinkRule.COPY && files.stat(file).mayBeLinked();
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

    private static Optional<Objection> skip(SkipReason reason, String detail) {
        return Optional.of(new Objection.Skip(reason, detail));
    }

    private static Optional<Objection> fail(Path file, Remedy remedy, Obstacle obstacle, String problem) {
        return Optional.of(new Objection.Fail(remedy, obstacle, "cannot change " + file + ": " + problem));
    }

    private static String names(int links) {
        String found = links == 0 ? "its hard links cannot be counted" : "it has " + links + " names (hard links)";
        return found
                + ", so a seeding torrent may share its bytes; with hardlinks: copy this name gets a copy of its own,"
                + " with edit it is changed anyway";
    }
}
