package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.EditWriterContract;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.TestDisk;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchWriterTest extends EditWriterContract {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");
    private static final byte[] OLD = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static final byte[] NEW = {0, 11, 12, 3, 4, 15, 6, 17, 18, 9};
    /** Five patches, three writes. */
    private static final EditPlan PLAN =
            new EditPlan(List.of(patch(5), patch(1), patch(2), patch(8), patch(7)), "add ten");

    private final DiskMediaFiles files = new DiskMediaFiles();
    private final UnreliableDisk unreliable = new UnreliableDisk();
    private FolderDisk disk;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        disk = new FolderDisk(folder);
    }

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return files;
    }

    @Override
    protected EditWriter writer() {
        return new PatchWriter();
    }

    @Test
    void a_file_that_another_program_is_changing_is_left_to_it(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("film.mkv"), OLD);
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> new PatchWriter().write(files.stat(file).identity(), PLAN))
                    .isInstanceOfSatisfying(
                            AudioFixException.class, e -> assertThat(e.remedy()).isEqualTo(Remedy.RETRY_LATER))
                    .hasMessageContaining("another program is changing it");
        }
        assertThat(file).hasBinaryContent(OLD);

        new PatchWriter().write(files.stat(file).identity(), PLAN);

        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void everything_is_read_before_the_first_write_and_forced_after_the_last() {
        FileIdentity file = file();

        new PatchWriter(unreliable).write(file, PLAN);

        assertThat(disk.content(file.path())).isEqualTo(NEW);
        assertThat(unreliable.calls())
                .containsExactly(
                        "open", "read 5", "read 1", "read 7", "write 5", "write 1", "write 7", "force", "close");
    }

    @Test
    void the_inverse_costs_as_few_writes() {
        FileIdentity file = file();
        new PatchWriter().write(file, PLAN);

        new PatchWriter(unreliable).write(files.stat(file.path()).identity(), PLAN.inverse());

        assertThat(disk.content(file.path())).isEqualTo(OLD);
        assertThat(unreliable.calls()).contains("write 7", "write 1", "write 5").hasSize(9);
    }

    @Test
    void a_write_or_force_that_fails_leaves_the_old_file() {
        for (int call = 1; call <= 4; call++) {
            FileIdentity file = file();
            UnreliableDisk failing = new UnreliableDisk().failingAtChange(call);

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> new PatchWriter(failing).write(file, PLAN))
                    .withMessageContaining(file.path().toString())
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);

            assertThat(disk.content(file.path()))
                    .as("change " + call + " fails")
                    .isEqualTo(OLD);
            assertThat(files.stat(file.path()).identity()).isEqualTo(file);
            assertThat(failing.calls()).endsWith("force with length", "close");
        }
    }

    @Test
    void a_read_that_fails_writes_nothing() {
        for (int call = 1; call <= 3; call++) {
            FileIdentity file = file();
            UnreliableDisk failing = new UnreliableDisk().failingAtRead(call);

            assertThatExceptionOfType(AudioFixException.class)
                    .isThrownBy(() -> new PatchWriter(failing).write(file, PLAN))
                    .matches(e -> e.remedy() == Remedy.RETRY_LATER);

            assertThat(failing.calls()).noneMatch(done -> done.startsWith("write"));
        }
    }

    @Test
    void a_disk_that_does_not_even_take_the_old_bytes_back_is_told_honestly() {
        FileIdentity file = file();
        UnreliableDisk failing = new UnreliableDisk().failingFromChange(3);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new PatchWriter(failing).write(file, PLAN))
                .withMessageContaining("could not be put back")
                .withMessageContaining("the journal holds the old bytes of byte")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    void an_interrupt_at_any_call_changes_nothing_about_the_result() {
        for (int call = 1; call <= 9; call++) {
            FileIdentity file = file();
            UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(call);

            try {
                new PatchWriter(interrupting).write(file, PLAN);
            } finally {
                assertThat(Thread.interrupted()).as("interrupt at call " + call).isTrue();
            }

            assertThat(disk.content(file.path())).isEqualTo(NEW);
            assertThat(interrupting.calls()).contains("force").endsWith("close");
        }
    }

    @Test
    void an_interrupt_at_every_call_does_not_keep_it_from_ending() {
        FileIdentity file = file();
        UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(2, 4, 6, 8, 10, 12, 14, 16, 18, 20);

        new PatchWriter(interrupting).write(file, PLAN);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(disk.content(file.path())).isEqualTo(NEW);
    }

    @Test
    void a_file_that_takes_the_place_while_it_is_opened_again_is_not_written() {
        FileIdentity file = file();
        Path elsewhere = disk.root().resolve("elsewhere.mkv");
        UnreliableDisk interrupting = new UnreliableDisk().interruptingAt(6).atOpening(2, () -> {
            disk.hardLink("elsewhere.mkv", file.path());
            disk.delete(file.path());
            disk.put("film.mkv", OLD);
        });

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new PatchWriter(interrupting).write(file, PLAN))
                .withMessageContaining("could not be put back");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(disk.content(file.path())).isEqualTo(OLD);
        assertThat(disk.content(elsewhere)).isEqualTo(new byte[] {0, 1, 2, 3, 4, 15, 6, 7, 8, 9});
    }

    @Test
    void a_file_that_may_not_be_written_is_told_as_such() throws IOException {
        FileIdentity file = file();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(file.path()), "this user may write everything");

        isForbidden(new PatchWriter(), file);
    }

    @Test
    void a_file_that_is_replaced_while_it_is_looked_at_is_foreign() {
        FileIdentity file = file();
        UnreliableDisk replacing = new UnreliableDisk() {
            @Override
            public ByteFile openToRead(Path path) throws IOException {
                ByteFile open = super.openToRead(path);
                Files.move(disk.put("other.mkv", OLD), path, StandardCopyOption.REPLACE_EXISTING);
                return open;
            }
        };

        assertThat(new PatchWriter(replacing).stateOf(file, PLAN)).isEqualTo(PlanState.FOREIGN);
    }

    @Test
    void a_refusal_of_the_disk_is_told_as_such() {
        isForbidden(new PatchWriter(new UnreliableDisk().denying()), file());
    }

    private void isForbidden(PatchWriter writer, FileIdentity file) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> writer.write(file, PLAN))
                .withMessageContaining("permissions")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        assertThat(disk.content(file.path())).isEqualTo(OLD);
    }

    private FileIdentity file() {
        Path file = disk.put("film.mkv", OLD);
        disk.touch(file, LONG_AGO);
        return files.stat(file).identity();
    }

    private static Patch patch(int offset) {
        return new Patch(offset, Bytes.of(OLD[offset]), Bytes.of(NEW[offset]));
    }
}
