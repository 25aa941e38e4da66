package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.FolderDisk;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fails, and a thread that is interrupted, where a file's length changes and where a change is ended. */
class UnfinishedPatchesTest {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final byte[] OLD = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final byte[] PATCHED = {0, 11, 12, 3, 4, 15, 6, 7, 8, 9};
    private static final List<Patch> PATCHES = List.of(patch(5), patch(1), patch(2));
    private static final EditPlan PLAN = new EditPlan(PATCHES, "add ten");
    private static final EditPlan LONGER =
            new EditPlan(PATCHES, Ending.appended(10, Bytes.of((byte) 20, (byte) 21, (byte) 22)), "and append");
    private static final EditPlan SHORTER = new EditPlan(
            PATCHES, Ending.appended(8, Bytes.of((byte) 8, (byte) 9)).inverse(), "and cut off");

    private final DiskMediaFiles files = new DiskMediaFiles();
    private final UnreliableDisk unreliable = new UnreliableDisk();
    private FolderDisk disk;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        disk = new FolderDisk(folder);
    }

    @Test
    void what_is_appended_is_on_disk_before_the_first_patch() {
        new PatchWriter(unreliable).write(file(), LONGER);

        assertThat(unreliable.calls())
                .containsExactly(
                        "open",
                        "read 5",
                        "read 1",
                        "read 10",
                        "write 10",
                        "force with length",
                        "write 5",
                        "write 1",
                        "force",
                        "close");
    }

    @Test
    void what_is_cut_off_goes_when_the_last_patch_is_on_disk() {
        new PatchWriter(unreliable).write(file(), SHORTER);

        assertThat(unreliable.calls())
                .containsExactly(
                        "open",
                        "read 5",
                        "read 1",
                        "read 8",
                        "write 5",
                        "write 1",
                        "force",
                        "truncate 8",
                        "force with length",
                        "close");
    }

    @Test
    void a_change_of_length_that_fails_anywhere_leaves_the_old_file() {
        for (EditPlan plan : List.of(LONGER, SHORTER)) {
            for (int call = 1; call <= 5; call++) {
                FileIdentity file = file();
                UnreliableDisk failing = new UnreliableDisk().failingAtChange(call);

                fails(Remedy.RETRY_LATER, () -> new PatchWriter(failing).write(file, plan));

                assertThat(disk.content(file.path())).as("change " + call).isEqualTo(OLD);
                assertThat(files.stat(file.path()).identity()).isEqualTo(file);
                assertThat(failing.calls()).endsWith("force with length", "close");
            }
        }
    }

    @Test
    void a_disk_that_fails_for_good_leaves_what_can_be_ended_or_taken_back() {
        for (EditPlan plan : List.of(PLAN, LONGER, SHORTER)) {
            for (int call = 1; call <= 5; call++) {
                for (EditPlan way : List.of(plan, plan.inverse())) {
                    FileIdentity file = file();
                    UnreliableDisk failing = new UnreliableDisk().failingFromChange(call);
                    writeAnyhow(failing, file, plan);

                    new PatchWriter().settle(file, way);

                    assertThat(disk.content(file.path())).isEqualTo(way.equals(plan) ? changed(plan) : OLD);
                }
            }
        }
    }

    @Test
    void an_interrupt_at_any_call_changes_nothing_about_the_result() {
        for (EditPlan plan : List.of(LONGER, SHORTER)) {
            for (int call = 1; call <= 10; call++) {
                FileIdentity file = file();
                UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(call);

                new PatchWriter(interrupting).write(file, plan);

                assertThat(Thread.interrupted()).as("interrupt at call " + call).isTrue();
                assertThat(disk.content(file.path())).isEqualTo(changed(plan));
            }
        }
    }

    @Test
    void settling_writes_and_forces_everything_even_if_all_of_it_was_there() {
        FileIdentity file = file();
        new PatchWriter().write(file, LONGER);

        new PatchWriter(unreliable).settle(file, LONGER);

        assertThat(disk.content(file.path())).isEqualTo(changed(LONGER));
        assertThat(unreliable.calls())
                .containsSubsequence("write 10", "force with length", "write 5", "write 1", "force", "close");
    }

    @Test
    void settling_that_fails_anywhere_can_be_done_again() {
        for (EditPlan plan : List.of(PLAN, LONGER, SHORTER)) {
            for (int call = 1; call <= (plan.equals(PLAN) ? 3 : 5); call++) {
                FileIdentity file = file();
                UnreliableDisk failing = new UnreliableDisk().failingAtChange(call);

                fails(Remedy.RETRY_LATER, () -> new PatchWriter(failing).settle(file, plan));
                assertThat(new PatchWriter().stateOf(file, plan)).isNotEqualTo(PlanState.FOREIGN);

                new PatchWriter().settle(file, plan);
                assertThat(disk.content(file.path())).isEqualTo(changed(plan));
            }
        }
    }

    @Test
    void an_interrupt_at_any_call_does_not_stop_settling() {
        for (int call = 1; call <= 10; call++) {
            FileIdentity file = file();
            UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(call);

            new PatchWriter(interrupting).settle(file, LONGER);

            assertThat(Thread.interrupted()).as("interrupt at call " + call).isTrue();
            assertThat(disk.content(file.path())).isEqualTo(changed(LONGER));
        }
    }

    @Test
    void foreign_bytes_are_named_and_nothing_is_written() {
        FileIdentity file = file();
        disk.put("film.mkv", new byte[] {0, 1, 99, 3, 4, 5, 6, 7, 8, 9});

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new PatchWriter(unreliable).settle(file, PLAN))
                .withMessageContaining("at byte 2 it holds neither the old nor the new bytes");

        assertThat(unreliable.calls()).containsExactly("open", "read 5", "read 1", "close");
    }

    @Test
    void a_look_at_the_state_opens_for_reading_only_whatever_interrupts_it() {
        for (int call = 1; call <= 4; call++) {
            FileIdentity file = file();
            UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(call);

            assertThat(new PatchWriter(interrupting).stateOf(file, SHORTER)).isEqualTo(PlanState.OLD);

            assertThat(Thread.interrupted()).as("interrupt at call " + call).isTrue();
            assertThat(interrupting.calls()).startsWith("look into").doesNotContain("open");
        }
    }

    @Test
    void a_state_that_cannot_be_read_is_told() {
        UnreliableDisk failing = new UnreliableDisk().failingAtRead(2);

        fails(Remedy.FIX_FILE, () -> new PatchWriter(failing).stateOf(file(), PLAN));
    }

    @Test
    void a_file_that_another_program_is_changing_is_not_settled() throws IOException {
        FileIdentity file = file();
        try (FileChannel other = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            other.lock();
            fails(Remedy.RETRY_LATER, () -> new PatchWriter().settle(file, PLAN));
        }
        assertThat(disk.content(file.path())).isEqualTo(OLD);
    }

    private static void writeAnyhow(UnreliableDisk failing, FileIdentity file, EditPlan plan) {
        try {
            new PatchWriter(failing).write(file, plan);
        } catch (AudioFixException e) {
            assertThat(e).hasMessageContaining("could not be put back");
        }
    }

    private static void fails(Remedy remedy, Runnable work) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(work::run)
                .withMessageContaining("film.mkv")
                .matches(e -> e.remedy() == remedy);
    }

    private static byte[] changed(EditPlan plan) {
        byte[] changed =
                Arrays.copyOf(PATCHED, PATCHED.length + (int) plan.ending().growth());
        if (plan.equals(LONGER)) {
            System.arraycopy(new byte[] {20, 21, 22}, 0, changed, 10, 3);
        }
        return changed;
    }

    private FileIdentity file() {
        Path file = disk.put("film.mkv", OLD);
        disk.touch(file, LONG_AGO);
        return files.stat(file).identity();
    }

    private static Patch patch(int offset) {
        return new Patch(offset, Bytes.of(OLD[offset]), Bytes.of(PATCHED[offset]));
    }
}
