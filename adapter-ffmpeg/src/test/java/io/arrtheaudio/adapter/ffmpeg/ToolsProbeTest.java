package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsProbeTest {

    @TempDir
    private Path folder;

    @Test
    void tools_that_are_there_show_their_version() {
        assertThat(new ToolsProbe(new Tools(ToolSettings.DEFAULT)).examine())
                .extracting(Finding::subject)
                .containsExactly("tool ffprobe", "tool ffmpeg", "tool mkvpropedit", "tool mkvmerge");
        assertThat(new ToolsProbe(new Tools(ToolSettings.DEFAULT)).examine())
                .allMatch(finding ->
                        finding.level() == Level.OK && finding.found().matches("v?\\d+\\.\\d+.*"));
    }

    @Test
    void each_can_be_looked_at_alone() {
        ToolsProbe probe = new ToolsProbe(Stub.without(Tool.FFMPEG), true);

        assertThat(probe.ofFfprobe().examine()).extracting(Finding::subject).containsExactly("tool ffprobe");
        assertThat(probe.ofFfmpeg().examine()).extracting(Finding::level).containsExactly(Level.PROBLEM);
        assertThat(probe.ofMkvpropedit().examine())
                .extracting(Finding::subject)
                .containsExactly("tool mkvpropedit", "tool mkvmerge");
    }

    @Test
    void a_missing_one_is_a_warning_that_says_what_to_install_and_what_cannot_be_done() {
        Finding finding = examine(Stub.without(Tool.MKVPROPEDIT), 2);

        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.found()).contains("there is no mkvpropedit (looked for '/nowhere/mkvpropedit')");
        assertThat(finding.remedy())
                .contains("install the package mkvtoolnix; without it no Matroska file can be changed");
    }

    @Test
    void a_missing_one_is_a_problem_where_no_other_engine_is_used() {
        assertThat(new ToolsProbe(Stub.without(Tool.MKVPROPEDIT), true).examine())
                .extracting(Finding::level)
                .contains(Level.PROBLEM)
                .doesNotContain(Level.WARNING);
    }

    @Test
    void one_that_is_too_old_is_a_problem() {
        Path old = Stub.script(folder, "old", "echo 'ffmpeg version 3.4.2 Copyright'");

        assertIsProblem(old, "is version 3.4.2 but must be at least 4.4");
    }

    @Test
    void one_that_may_not_be_executed_is_a_problem() throws IOException {
        Path program = Stub.script(folder, "locked", "");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));

        assertIsProblem(program, "cannot be started");
    }

    @Test
    void one_that_hangs_is_a_problem() {
        assertIsProblem(Stub.script(folder, "hangs", "exec sleep 1000"), "got no further");
    }

    @Test
    void one_that_fails_or_says_something_else_is_a_problem() {
        assertIsProblem(Stub.script(folder, "fails", "echo broken library >&2; exit 127"), "said 'broken library'");
        assertIsProblem(Stub.script(folder, "other", "echo hello"), "is it ffmpeg?");
    }

    @Test
    void a_version_is_read_once() {
        Path program = Stub.script(folder, "counts", "echo x >> $0.calls; echo 'ffmpeg version 7.0'");
        Tools tools = Stub.with(Tool.FFMPEG, program);

        examine(tools, 1);
        examine(tools, 1);

        assertThat(folder.resolve("counts.calls")).hasContent("x");
    }

    @Test
    void one_that_is_installed_later_is_found_then() {
        Tools tools = Stub.with(Tool.FFMPEG, folder.resolve("late"));
        assertThat(examine(tools, 1).level()).isEqualTo(Level.WARNING);

        Stub.script(folder, "late", "echo 'ffmpeg version 7.0'");

        assertThat(examine(tools, 1)).isEqualTo(Finding.ok("tool ffmpeg", "7.0"));
    }

    private static void assertIsProblem(Path ffmpeg, String found) {
        Finding finding = examine(Stub.with(Tool.FFMPEG, ffmpeg, Duration.ofMillis(400)), 1);

        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.found()).contains(found).contains(ffmpeg.toString());
        assertThat(finding.remedy()).contains("ffmpeg 4.4 or later");
    }

    private static Finding examine(Tools tools, int which) {
        return new ToolsProbe(tools).examine().get(which);
    }
}
