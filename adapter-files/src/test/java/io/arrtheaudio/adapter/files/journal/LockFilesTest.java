package io.arrtheaudio.adapter.files.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.OwnerLocksContract;
import io.arrtheaudio.port.out.OwnerLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFilesTest extends OwnerLocksContract {

    @TempDir
    private Path temp;

    @Override
    protected OwnerLocks open() {
        return LockFiles.in(folder());
    }

    private Path folder() {
        return temp.resolve("not/there/locks");
    }

    @Test
    void a_run_has_one_file_which_goes_with_it() {
        try (LockFiles run = LockFiles.in(folder())) {
            assertThat(folder().resolve(run.mine())).isEmptyFile();
        }

        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void a_closed_run_has_no_name() {
        LockFiles run = LockFiles.in(folder());
        run.close();

        assertThatIllegalStateException().isThrownBy(run::mine);
    }

    @Test
    void a_run_of_another_program_is_alive_until_it_is_killed() throws Exception {
        try (LockFiles mine = LockFiles.in(folder());
                OtherRun other = OtherRun.start("hold", folder())) {
            String name = other.line();

            assertThat(mine.isFree(name)).isFalse();
            assertThat(mine.isFree(name)).isFalse();
            other.kill();

            assertThat(mine.isFree(name)).isTrue();
            assertThat(folder().resolve(name)).exists();
        }
    }

    @Test
    void looking_at_runs_in_every_way_leaves_this_one_alive_for_other_programs() throws Exception {
        try (LockFiles mine = LockFiles.in(folder());
                LockFiles another = LockFiles.in(folder())) {
            LockFiles.in(folder()).close();
            assertThat(another.isFree(mine.mine())).isFalse();
            assertThat(mine.isFree(mine.mine())).isFalse();

            try (OtherRun other = OtherRun.start("ask", folder(), mine.mine(), another.mine(), "nobody")) {
                assertThat(other.line()).isEqualTo("false false true");
            }
        }
    }

    @Test
    void the_file_of_a_killed_run_is_cleared_away_by_the_next() throws Exception {
        try (OtherRun other = OtherRun.start("hold", folder())) {
            Path file = folder().resolve(other.line());
            open().close();
            assertThat(file).exists();

            other.kill();
            open().close();

            assertThat(file).doesNotExist();
        }
    }

    @Test
    void what_somebody_else_put_there_stays() throws IOException {
        Files.createDirectories(folder().resolve("a-folder"));
        Files.writeString(folder().resolve("a file.txt"), "text");

        open().close();

        assertThat(folder().resolve("a-folder")).isDirectory();
        assertThat(folder().resolve("a file.txt")).hasContent("text");
    }

    @Test
    void a_file_that_somebody_removed_is_made_again_under_the_same_name() throws Exception {
        try (LockFiles mine = LockFiles.in(folder())) {
            String name = mine.mine();
            Files.delete(folder().resolve(name));
            Files.delete(folder());

            assertThat(mine.mine()).isEqualTo(name);

            try (OtherRun other = OtherRun.start("ask", folder(), name)) {
                assertThat(other.line()).isEqualTo("false");
                assertThat(other.exitValue()).isZero();
            }
        }
        assertThat(folder()).isEmptyDirectory();
    }

    @Test
    void a_file_that_cannot_be_made_again_is_told_and_closing_is_still_safe() throws IOException {
        LockFiles mine = LockFiles.in(folder());
        Files.delete(folder().resolve(mine.mine()));
        Files.delete(folder());
        Files.writeString(folder(), "in the way");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(mine::mine)
                .withMessageContaining(folder().toString())
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);

        mine.close();
        assertThat(folder()).hasContent("in the way");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "text");

        refused(file);
        refused(file.resolve("below"));
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no folder here that takes no files");

        refused(Path.of("/proc/self"));
    }

    @Test
    void a_file_system_without_locks_is_refused() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> LockFiles.in(folder(), (channel, shared) -> {
                    throw new IOException("No locks available");
                }))
                .withMessageContaining("No locks available")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void a_run_counts_as_alive_where_nobody_can_tell() throws IOException {
        LockFiles.Locking unsure = (channel, shared) -> {
            if (shared) {
                throw new IOException("No locks available");
            }
            return LockFiles.Locking.ofSystem(channel, false);
        };
        try (LockFiles mine = LockFiles.in(folder(), unsure)) {
            Files.createFile(folder().resolve("somebody"));

            assertThat(mine.isFree("somebody")).isFalse();
            assertThat(mine.isFree("nobody")).isTrue();
        }
    }

    @Test
    void a_name_that_others_keep_taking_is_given_up_in_the_end() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> LockFiles.in(folder(), (channel, shared) -> false))
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    private static void refused(Path folder) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> LockFiles.in(folder))
                .withMessageContaining(folder.toString())
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }
}
