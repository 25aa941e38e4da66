package io.arrtheaudio.adapter.files.matroska;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.PlannedEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the format on bytes through scratch files of one test; of two contents in turn each is written once. */
final class Planned implements BeforeEachCallback, AfterEachCallback {

    private static final MatroskaFormat FORMAT = new MatroskaFormat();

    private final byte[][] written = new byte[2][];
    private List<Path> scratch = List.of();
    private int last;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        scratch = List.of(Files.createTempFile("one", "scratch.mkv"), Files.createTempFile("other", "scratch.mkv"));
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Path file : scratch) {
            Files.delete(file);
        }
    }

    boolean recognises(byte[] file) {
        try (HeaderReader reader = open(file)) {
            return FORMAT.recognises(reader);
        }
    }

    List<AudioTrack> tracks(byte[] file) {
        try (HeaderReader reader = open(file)) {
            return FORMAT.audioTracks(reader);
        }
    }

    boolean hasTracksInFront(byte[] file) {
        try (HeaderReader reader = open(file)) {
            return FORMAT.hasTracksInFront(reader);
        }
    }

    List<String> inventory(byte[] file) {
        try (HeaderReader reader = open(file)) {
            return FORMAT.inventory(reader);
        }
    }

    List<Integer> defaults(byte[] file) {
        return tracks(file).stream()
                .filter(track -> track.is(TrackFlag.DEFAULT))
                .map(AudioTrack::position)
                .toList();
    }

    PlannedEdit plan(byte[] file, int position) {
        try (HeaderReader reader = open(file)) {
            return FORMAT.plan(reader, Set.of(position));
        }
    }

    /** The plan, which must be possible. */
    EditPlan possible(byte[] file, int position) {
        return plan(file, position)
                .fold(
                        PlannedEdit.Possible::plan,
                        rewrite -> {
                            throw new AssertionError("a rewrite: " + rewrite.method());
                        },
                        unsupported -> {
                            throw new AssertionError("unsupported: " + unsupported.why());
                        });
    }

    /** Why the plan is not possible. */
    String unsupported(byte[] file, int position) {
        return plan(file, position)
                .fold(
                        possible -> {
                            throw new AssertionError("possible: " + possible.plan());
                        },
                        rewrite -> {
                            throw new AssertionError("a rewrite: " + rewrite.method());
                        },
                        PlannedEdit.Unsupported::why);
    }

    static byte[] apply(EditPlan plan, byte[] file) {
        byte[] changed = file.clone();
        for (Patch patch : plan.patches()) {
            for (int i = 0; i < patch.was().size(); i++) {
                int at = (int) patch.offset() + i;
                if (changed[at] != patch.was().at(i)) {
                    throw new AssertionError("byte " + at + " is not what " + patch + " expects");
                }
                changed[at] = patch.becomes().at(i);
            }
        }
        return changed;
    }

    /** The bytes behind a reader. Contents are told apart by identity, so nobody may change an array that was here. */
    HeaderReader open(byte[] file) {
        for (int i = 0; i < written.length; i++) {
            if (written[i] == file) {
                return HeaderReader.open(scratch.get(i));
            }
        }
        last = 1 - last;
        written[last] = file;
        try {
            return HeaderReader.open(Files.write(scratch.get(last), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
