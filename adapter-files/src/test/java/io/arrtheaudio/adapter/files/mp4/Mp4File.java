package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.header.Purpose;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.port.out.PlannedEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One file on disk and what the format says about it. */
record Mp4File(Path path) {

    private static final Mp4Format FORMAT = new Mp4Format();

    static Mp4File holding(Path folder, byte[]... parts) {
        try {
            return new Mp4File(Files.write(folder.resolve("sample.mp4"), BoxBuilder.joined(parts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRecognised() {
        try (HeaderReader reader = HeaderReader.open(path)) {
            return FORMAT.recognises(reader);
        }
    }

    List<AudioTrack> tracks() {
        try (HeaderReader reader = HeaderReader.open(path)) {
            return FORMAT.audioTracks(reader);
        }
    }

    List<String> inventory() {
        try (HeaderReader reader = HeaderReader.open(path, Purpose.INVENTORY)) {
            return FORMAT.inventory(reader);
        }
    }

    AudioTrack track() {
        return tracks().get(0);
    }

    PlannedEdit plan(int position) {
        try (HeaderReader reader = HeaderReader.open(path)) {
            return FORMAT.plan(reader, Set.of(position));
        }
    }

    EditPlan possiblePlan(int position) {
        return plan(position)
                .fold(
                        PlannedEdit.Possible::plan,
                        rewrite -> {
                            throw new AssertionError("a rewrite: " + rewrite.method());
                        },
                        unsupported -> {
                            throw new AssertionError("unsupported: " + unsupported.why());
                        });
    }

    String whyUnsupported(int position) {
        return plan(position)
                .fold(
                        possible -> {
                            throw new AssertionError("possible: " + possible.plan());
                        },
                        rewrite -> {
                            throw new AssertionError("a rewrite: " + rewrite.method());
                        },
                        PlannedEdit.Unsupported::why);
    }

    /** Writes the patches, after a look at what was there. */
    void apply(EditPlan plan) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (Patch patch : plan.patches()) {
                ByteBuffer there = ByteBuffer.allocate(patch.was().size());
                channel.read(there, patch.offset());
                if (!Arrays.equals(there.array(), patch.was().toArray())) {
                    throw new AssertionError("byte " + patch.offset() + " is not " + patch.was());
                }
                channel.write(ByteBuffer.wrap(patch.becomes().toArray()), patch.offset());
            }
        }
    }
}
