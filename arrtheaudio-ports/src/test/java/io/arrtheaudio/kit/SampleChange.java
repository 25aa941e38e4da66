package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.domain.journal.Route;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A change that a test lets a journal record: two flags of one file.
 *
 * @param file which file
 * @param cause what asked for it
 * @param undoes the id of the entry that it takes back, or empty
 * @param at when
 */
public record SampleChange(FileIdentity file, String cause, String undoes, Instant at) {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06.000000007Z");
    private static final EditPlan TWO_FLAGS = new EditPlan(
            List.of(
                    new Patch(40, Bytes.of((byte) 0), Bytes.of((byte) 1)),
                    new Patch(20, Bytes.of((byte) 1), Bytes.of((byte) 0))),
            "flip 2 flags");

    /** A change of the file of this name in a library; the key is one of its own. */
    public static SampleChange of(String name) {
        return of(name, "inode of " + name);
    }

    /** A change of a file with this key; the key may be empty. */
    public static SampleChange of(String name, String key) {
        Path path = Path.of("/library").toAbsolutePath().resolve(name);
        return new SampleChange(new FileIdentity(path, key, 1000, LONG_AGO), "test", "", LONG_AGO);
    }

    /** The same, asked for by something else. */
    public SampleChange because(String otherCause) {
        return new SampleChange(file, otherCause, undoes, at);
    }

    /** The same, which takes an entry back. */
    public SampleChange undoing(String entry) {
        return new SampleChange(file, cause, entry, at);
    }

    /** The same at another moment. */
    public SampleChange at(Instant moment) {
        return new SampleChange(file, cause, undoes, moment);
    }

    /** As a journal takes it. */
    public PlannedChange planned() {
        return new PlannedChange(
                file, Route.inPlace("builtin"), TWO_FLAGS, List.of(0), List.of(1), "jpn is wanted", cause, undoes, at);
    }

    /** The file as it may be after the change. */
    public FileIdentity after() {
        return new FileIdentity(file.path(), file.key(), file.size(), LONG_AGO.plusNanos(123_456_789));
    }
}
