package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.PlannedEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A file that real tools made, changed in the real order of work; other programs judge what became of it. */
record RealFile(Path path) {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    private static final BuiltInEngine ENGINE = new BuiltInEngine();
    private static final RealProgram PROGRAM = RealProgram.start();

    /** What happens at one switch. */
    interface Check {
        void after(byte[] before, byte[] after);
    }

    /**
     * Makes the last, the first and one between them the default, one after the other. Each time all programs must say so,
     * and doing it again must not touch the file. Taking all of it back, one after the other, must give the old bytes each
     * time.
     */
    void switchAndJudge(Judges judges, Check check) {
        String streams = MediaTools.streamHash(path);
        int last = tracks().size();
        Deque<byte[]> states = new ArrayDeque<>();
        for (int position : IntStream.of(last, 1, (1 + last) / 2).distinct().toArray()) {
            byte[] before = bytes();
            if (change(position, before)) {
                states.push(before);
            }
            judges.assertOnlyDefault(path, position);
            byte[] after = bytes();
            assertThat(after).hasSameSizeAs(before);
            check.after(before, after);
            assertThatItIsNotTouchedAgain(position);
        }
        assertThat(MediaTools.streamHash(path)).isEqualTo(streams);
        takeBack(states);
    }

    private void takeBack(Deque<byte[]> states) {
        while (!states.isEmpty()) {
            assertThat(PROGRAM.undo(path)).singleElement().isInstanceOf(UndoOutcome.Undone.class);
            assertThat(bytes()).as("taken back").isEqualTo(states.pop());
        }
        assertThat(PROGRAM.undo(path)).isEmpty();
    }

    /** Whether the track was not the only default before; if it was, the file must not change. */
    private boolean change(int position, byte[] before) {
        Outcome outcome = makeDefault(position);
        if (outcome instanceof Outcome.Changed changed) {
            assertThat(changed.to().position()).isEqualTo(position);
            return true;
        }
        assertThat(outcome).as(path.toString()).isInstanceOf(Outcome.AlreadyCorrect.class);
        assertThat(bytes()).isEqualTo(before);
        return false;
    }

    EditPlan plan(int position) {
        MediaFile media = ENGINE.inspect(path).fold(InspectedFile.Media::file, other -> fail("it is " + other.what()));
        return ENGINE.plan(media, Set.of(position))
                .fold(
                        PlannedEdit.Possible::plan,
                        rewrite -> fail("it would be written anew"),
                        unsupported -> new EditPlan(List.of(), unsupported.why()));
    }

    /** By way of its language, which no other track may have. */
    Outcome makeDefault(int position) {
        AudioTrack track = tracks().get(position - 1);
        assertThat(tracks())
                .filteredOn(each -> each.language().equals(track.language()))
                .hasSize(1);
        FixOptions options = FixOptions.within(path).withLanguages(List.of(track.language()));
        return PROGRAM.fix().fix(path, options);
    }

    private void assertThatItIsNotTouchedAgain(int position) {
        byte[] before = bytes();
        setModified(LONG_AGO);

        assertThat(makeDefault(position)).isInstanceOf(Outcome.AlreadyCorrect.class);

        assertThat(modified()).isEqualTo(LONG_AGO);
        assertThat(bytes()).isEqualTo(before);
    }

    List<AudioTrack> tracks() {
        return ENGINE.inspect(path).fold(found -> found.file().audio(), other -> {
            throw new AssertionError(path + " is " + other.what());
        });
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileTime modified() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setModified(FileTime time) {
        try {
            Files.setLastModifiedTime(path, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
