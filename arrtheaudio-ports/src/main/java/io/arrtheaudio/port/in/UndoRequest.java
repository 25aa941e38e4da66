package io.arrtheaudio.port.in;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which changes to take back. Only changes that are in their file are meant: none that failed or was taken back already,
 * and, unless an entry is named, no undo either.
 *
 * @param files only changes of these files, by any of their names; empty for changes of any file
 * @param entry only this entry of the journal, which may be an undo itself; empty for any
 * @param cause only changes that this asked for; empty for any
 * @param since only changes since then
 * @param extent how many of those that fit
 * @param dryRun tell what would be done, write nothing
 */
public record UndoRequest(List<Path> files, String entry, String cause, Instant since, Extent extent, boolean dryRun) {

    /** How many of the changes that fit. */
    public enum Extent {
        /** The newest one. */
        NEWEST,
        /** The newest one of each file. */
        NEWEST_OF_EACH_FILE,
        /** Every one. */
        EVERY
    }

    /** Checks the values; the list is copied. */
    public UndoRequest {
        files = List.copyOf(files);
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(extent, "extent");
    }

    /** The newest change of each of these files. */
    public static UndoRequest of(Path... files) {
        return new UndoRequest(List.of(files), "", "", Instant.EPOCH, Extent.NEWEST_OF_EACH_FILE, false);
    }

    /** One entry of the journal. */
    public static UndoRequest entry(String id) {
        return new UndoRequest(List.of(), id, "", Instant.EPOCH, Extent.NEWEST, false);
    }

    /** The same, with as many of the changes that fit. */
    public UndoRequest with(Extent other) {
        return new UndoRequest(files, entry, cause, since, other, dryRun);
    }

    /** The same, only changes since a moment. */
    public UndoRequest since(Instant moment) {
        return new UndoRequest(files, entry, cause, moment, extent, dryRun);
    }

    /** The same, without writing. */
    public UndoRequest asDryRun() {
        return new UndoRequest(files, entry, cause, since, extent, true);
    }
}
