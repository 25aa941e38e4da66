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

/** Runs the format on bytes through a scratch file. */
final class Planned {

    private static final MatroskaFormat FORMAT = new MatroskaFormat();

    private final Path scratch;
    private byte[] written = {};

    Planned(Path folder) {
        this.scratch = folder.resolve("scratch.mkv");
    }

    boolean recognises(byte[] file) {
        try (HeaderReader reader = HeaderReader.open(write(file))) {
            return FORMAT.recognises(reader);
        }
    }

    List<AudioTrack> tracks(byte[] file) {
        try (HeaderReader reader = HeaderReader.open(write(file))) {
            return FORMAT.audioTracks(reader);
        }
    }

    List<Integer> defaults(byte[] file) {
        return tracks(file).stream()
                .filter(track -> track.is(TrackFlag.DEFAULT))
                .map(AudioTrack::position)
                .toList();
    }

    PlannedEdit plan(byte[] file, int position) {
        try (HeaderReader reader = HeaderReader.open(write(file))) {
            return FORMAT.plan(reader, position);
        }
    }

    /** The plan, which must be possible. */
    EditPlan possible(byte[] file, int position) {
        return plan(file, position).fold(PlannedEdit.Possible::plan, unsupported -> {
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

    private Path write(byte[] file) {
        try {
            if (written != file) {
                Files.write(scratch, file);
                written = file;
            }
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
