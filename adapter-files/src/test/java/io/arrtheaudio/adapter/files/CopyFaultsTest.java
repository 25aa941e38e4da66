package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.FolderDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A cp that hangs, babbles, fails or is another one; nothing of it is left, neither a file nor a process. */
@EnabledOnOs(OS.LINUX)
@Timeout(30)
class CopyFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(500);
    /** Names what cp is given last, and tells who it is. */
    private static final String BEGIN = "#!/bin/sh\nfor to; do from=$before; before=$to; done\necho $$ > \"$0.pid\"\n";

    private FolderDisk disk;
    private Path file;
    private Path stub;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        disk = new FolderDisk(folder);
        file = disk.put("library/film.mkv", (byte) 1, (byte) 2, (byte) 3);
        stub = folder.resolve("cp");
    }

    @AfterEach
    void nothing_is_left() throws IOException {
        assertThat(disk.content(file)).containsExactly(1, 2, 3);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Path pid = Path.of(stub + ".pid");
        if (Files.exists(pid)) {
            assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
                    .isEmpty();
        }
    }

    @Test
    void one_that_hangs_is_ended_with_all_that_it_started() throws IOException {
        DiskReplacements replacements = stub("sleep 600 & echo $! > \"$0.child\"; wait", SHORT);

        fails(Remedy.RETRY_LATER, replacements, "nothing moved for");

        String child = Files.readString(Path.of(stub + ".child")).strip();
        ProcessHandle.of(Long.parseLong(child))
                .ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void one_that_hangs_keeps_nobody_from_copying_instead_of_sharing() throws IOException {
        DiskReplacements replacements = stub("exec sleep 600", SHORT);

        assertThat(replacements.share(file, replacements.placeFor(file))).isFalse();
    }

    @Test
    void one_that_is_slow_but_moves_is_not_ended() throws IOException {
        DiskReplacements replacements =
                stub("for i in 1 2 3 4 5 6; do printf x >> \"$to\"; sleep 0.3; done; cat \"$from\" > \"$to\"", SHORT);
        Path place = replacements.placeFor(file);

        replacements.copy(file, place, Progress.UNWATCHED);

        assertThat(disk.content(place)).containsExactly(1, 2, 3);
        replacements.remove(place);
    }

    @Test
    void ten_megabytes_of_words_are_drained_and_the_last_of_them_told() throws IOException {
        DiskReplacements replacements = stub(
                "i=0; while [ $i -lt 80 ]; do head -c 65536 /dev/zero | tr '\\0' 'o'; "
                        + "head -c 65536 /dev/zero | tr '\\0' 'e' >&2; i=$((i+1)); done; echo >&2; echo it broke >&2; exit 1",
                LONG);

        AudioFixException told = fails(Remedy.RETRY_LATER, replacements, "it broke");

        assertThat(told.getMessage()).hasSizeLessThan(1_500).doesNotContain("\n");
    }

    @Test
    void one_that_fails_without_a_word_is_told_as_such() throws IOException {
        fails(Remedy.RETRY_LATER, stub("exit 3", LONG), "without a word");
    }

    @Test
    void what_is_forbidden_is_told_as_such() throws IOException {
        fails(
                Remedy.FIX_FILE,
                stub("echo 'cp: cannot open: Permission denied' >&2; exit 1", LONG),
                "Permission denied");
    }

    @Test
    void a_full_disk_is_told_with_what_is_missing() throws IOException {
        DiskReplacements replacements =
                stub("printf x > \"$to\"; echo 'cp: No space left on device' >&2; exit 1", LONG);

        AudioFixException told =
                fails(Remedy.RETRY_LATER, replacements, "the disk is full: of 3 bytes 2 found no room");

        assertThat(told.obstacle()).isEqualTo(Obstacle.DISK_FULL);
    }

    @Test
    void another_cp_is_told_with_what_to_install() throws IOException {
        String busybox =
                "echo \"cp: unrecognized option '--preserve=all'\" >&2; echo 'Usage: cp [-aLfuTtilds]' >&2; exit 1";

        fails(Remedy.FIX_SETTINGS, stub(busybox, LONG), "install GNU coreutils");
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> stub(busybox, LONG).differenceBetween(file, file))
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void a_missing_cp_is_told_with_what_to_install() {
        DiskReplacements replacements = new DiskReplacements(stub.toString(), LONG);

        fails(Remedy.FIX_SETTINGS, replacements, "install GNU coreutils");
        assertThat(replacements.share(file, replacements.placeFor(file))).isFalse();
    }

    @Test
    void what_cp_cannot_give_to_a_replacement_is_a_difference() throws IOException {
        DiskReplacements replacements =
                stub("echo \"cp: setting permissions: Operation not supported\" >&2; exit 1", LONG);

        replacements.dressLike(file, file);

        assertThat(replacements.differenceBetween(file, file))
                .hasValueSatisfying(what -> assertThat(what).contains("access list", "Operation not supported"));
    }

    @Test
    void a_watcher_can_cancel_while_it_runs() throws IOException {
        DiskReplacements replacements = stub("while :; do printf x >> \"$to\"; sleep 0.05; done", LONG);
        Progress progress = new Progress() {
            private boolean isSeen;

            @Override
            public void written(Path of, long bytes, long all) {
                isSeen |= bytes > 0;
            }

            @Override
            public boolean isCancelled() {
                return isSeen;
            }
        };

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements.copy(file, replacements.placeFor(file), progress))
                .withMessageContaining("cancelled")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    @Test
    void a_watcher_that_fails_leaves_no_process() throws IOException {
        DiskReplacements replacements = stub("printf x > \"$to\"; exec sleep 600", LONG);
        Progress progress = new Progress() {
            @Override
            public void written(Path of, long bytes, long all) {
                if (bytes > 0) {
                    throw new IllegalStateException("arranged");
                }
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> replacements.copy(file, replacements.placeFor(file), progress))
                .withMessage("arranged");
    }

    @Test
    void interrupts_do_not_tear_a_copy_and_are_kept() throws IOException {
        DiskReplacements replacements = stub("printf x > \"$to\"; sleep 0.7; cat \"$from\" > \"$to\"", LONG);
        Path place = replacements.placeFor(file);
        Progress interrupting = new Progress() {
            @Override
            public boolean isCancelled() {
                Thread.currentThread().interrupt();
                return false;
            }
        };

        replacements.copy(file, place, interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(disk.content(place)).containsExactly(1, 2, 3);
        replacements.remove(place);
    }

    @Test
    void a_file_that_is_written_while_it_is_copied_is_not_taken_for_copied() throws IOException {
        DiskReplacements replacements =
                stub("cat \"$from\" > \"$to\"; printf '\\1\\2\\3' > \"$from\"; touch -d 2001-01-01 \"$from\"", LONG);

        fails(Remedy.RETRY_LATER, replacements, "it changed while it was copied");
    }

    @Test
    void patience_must_be_positive() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DiskReplacements("cp", wrong))
                    .withMessageContaining(wrong.toString());
        }
    }

    private AudioFixException fails(Remedy remedy, DiskReplacements replacements, String because) {
        AudioFixException[] told = new AudioFixException[1];
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> replacements.copy(file, replacements.placeFor(file), Progress.UNWATCHED))
                .withMessageContaining(file.toString())
                .withMessageContaining(because)
                .satisfies(e -> {
                    assertThat(e.remedy()).isEqualTo(remedy);
                    told[0] = e;
                });
        return told[0];
    }

    private DiskReplacements stub(String script, Duration patience) throws IOException {
        Files.writeString(stub, BEGIN + script + "\n");
        Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new DiskReplacements(stub.toString(), patience);
    }
}
