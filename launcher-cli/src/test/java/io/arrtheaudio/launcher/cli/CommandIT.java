package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandIT {

    @TempDir
    Path folder;

    @Test
    void help_and_version_come_out_of_the_jar() {
        assertThat(Jar.in(folder).run("--help").exitsWith(0).out()).startsWith("Usage: arrtheaudio");
        assertThat(Jar.in(folder).run("version").exitsWith(0).out()).matches("(?s)arrtheaudio \\d+\\.\\d+.*\nJava .*");
    }

    @Test
    void no_arguments_and_wrong_arguments_are_wrong_usage() {
        assertThat(Jar.in(folder).run().exitsWith(2).err()).startsWith("Usage: arrtheaudio");
        assertThat(Jar.in(folder).run("scna").exitsWith(2).err().lines()).hasSize(1);
    }

    @Test
    void wrong_settings_are_exit_code_2_and_name_the_line() throws IOException {
        Files.writeString(folder.resolve("my.yaml"), "engine: builtin\nlanguage_prioritie: [jpn]\n");
        Jar.Result result =
                Jar.in(folder).run("-c", "my.yaml", "process", "x.mkv").exitsWith(2);
        assertThat(result.err()).contains("my.yaml", "2", "language_priority");
        Jar.in(folder).run("-c", "missing.yaml", "process", "x.mkv").exitsWith(2);
    }

    @Test
    void the_settings_file_is_obeyed() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "language_priority: [jpn]\nexecution: {dry_run: true}\n");
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar jar = Jar.in(folder).environment("ARRTHEAUDIO_HOME", folder.toString());
        assertThat(jar.run("process", film.toString()).exitsWith(0).out())
                .startsWith("would change")
                .contains("-> audio 2 Japanese");
    }

    @Test
    void a_file_is_switched_once_and_then_is_correct() {
        Path film = Jar.sample("moov-at-end.mp4", folder.resolve("film.mp4"));
        Jar jar = Jar.in(folder);
        assertThat(jar.run("process", "--languages", "jpn", film.toString())
                        .exitsWith(0)
                        .out())
                .startsWith("changed       " + film + ": audio 1 English aac mono -> audio 2 Japanese aac mono (");
        assertThat(jar.run("process", "--languages", "jpn", film.toString())
                        .exitsWith(0)
                        .out())
                .startsWith("correct       " + film);
    }

    /** Else the next version would run with the code of this one. */
    @Test
    void the_code_of_the_database_is_kept_by_its_version() {
        House house = House.in(folder);
        Path film = house.film("film.mkv");
        house.jar().run("process", "--languages", "jpn", film.toString()).exitsWith(0);
        assertThat(house.data().resolve("native"))
                .isDirectoryContaining(place -> place.getFileName().toString().matches("\\d+\\.\\d+.*"));
    }

    @Test
    void what_is_no_media_file_fails_or_is_skipped_with_a_reason() throws IOException {
        Files.writeString(folder.resolve("text.mkv"), "not a film");
        Jar.Result missing = Jar.in(folder).run("process", "missing.mkv").exitsWith(1);
        assertThat(missing.err().lines()).singleElement().asString().contains("missing.mkv", "no such file");
        assertThat(Jar.in(folder).run("process", "text.mkv").exitsWith(0).out())
                .startsWith("skipped       text.mkv: unsupported container");
        assertThat(Jar.in(folder).run("inspect", "text.mkv").exitsWith(1).err().lines())
                .hasSize(1);
    }

    @Test
    void output_in_a_pipe_is_plain_even_if_errors_go_to_a_terminal() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar.Result result = Jar.in(folder)
                .javaOption("-Darrtheaudio.tty=2")
                .run("scan", "--dry-run", "--languages", "jpn", film.toString())
                .exitsWith(0);
        assertThat(result.out()).startsWith("would change").doesNotContain("\u001b");
        assertThat(result.err()).endsWith("\r\u001b[K");
    }

    @Test
    void colours_are_for_terminals() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar jar = Jar.in(folder).javaOption("-Darrtheaudio.tty=12");
        assertThat(jar.run("inspect", film.toString()).exitsWith(0).out()).contains("\u001b[32m");
        jar.environment("NO_COLOR", "1");
        assertThat(jar.run("inspect", film.toString()).exitsWith(0).out()).doesNotContain("\u001b");
    }

    @Test
    void logs_go_to_stderr_and_never_between_the_json() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        Jar.Result result = Jar.in(folder)
                .run("--log-level", "trace", "process", "--json", "--dry-run", film.toString(), "missing.mkv")
                .exitsWith(1);
        assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(result.err()).contains("missing.mkv");
    }

    @Test
    void scan_asks_for_consent_where_it_can_and_else_refuses() {
        Path film = Jar.sample("ffmpeg.mkv", folder.resolve("film.mkv"));
        assertThat(Jar.in(folder).run("scan", film.toString()).exitsWith(2).err())
                .contains("--yes");
        assertThat(Jar.in(folder)
                        .javaOption("-Darrtheaudio.tty=02")
                        .run("scan", film.toString())
                        .exitsWith(1)
                        .err())
                .contains("[y/N]", "nothing was changed"); // the input has ended: no
    }

    @Test
    void a_scan_ends_with_a_summary() {
        for (int i = 0; i < 20; i++) {
            Jar.sample("ffmpeg.mkv", folder.resolve("film " + i + ".mkv"));
        }
        Jar.Result result = Jar.in(folder)
                .run("scan", "--yes", "--json", "--languages", "jpn", folder.toString(), "missing")
                .exitsWith(1);
        assertThat(result.out().lines()).hasSize(21);
        assertThat(result.out().lines().reduce((first, second) -> second).orElseThrow())
                .startsWith("{\"type\":\"summary\",\"files\":20,\"outcomes\":{\"changed\":20}");
        assertThat(result.err()).contains("cannot scan missing");
        assertThat(Jar.in(folder)
                        .run("scan", "--yes", "--languages", "jpn", folder.toString())
                        .exitsWith(0)
                        .out())
                .startsWith("20 files in ")
                .contains("already correct  20");
    }
}
