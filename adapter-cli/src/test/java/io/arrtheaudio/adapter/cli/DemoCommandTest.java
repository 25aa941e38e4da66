package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private final CommandRun command = new CommandRun();

    @BeforeEach
    void two_samples() {
        command.wiring.samples.put("One.mkv", () -> new ByteArrayInputStream(new byte[] {1}));
        command.wiring.samples.put("二.mp4", () -> new ByteArrayInputStream(new byte[] {2, 2}));
        command.wiring.inspections = Sample::inspection;
        command.wiring.fixes = Sample::changed;
    }

    @Test
    void files_are_shown_before_and_after_and_the_folder_goes_away() {
        command.run("demo").exitsWith(0);
        Path folder = folder();
        assertThat(command.out().replace(folder.toString(), "FOLDER")).isEqualTo("""
                        Copied 2 small files to FOLDER

                        Before: the audio tracks of each file, the default in brackets
                          One.mkv  [English]  Japanese  (no language)
                          二.mp4   [English]  Japanese  (no language)

                        Fixing: Japanese is wanted, else English (the first file pays for the start)
                          changed       One.mkv: audio 1 English aac stereo -> audio 2 Japanese truehd 7.1 (flip 2 flags, 2 bytes, 1.5 ms)
                          changed       二.mp4: audio 1 English aac stereo -> audio 2 Japanese truehd 7.1 (flip 2 flags, 2 bytes, 1.5 ms)

                        After
                          One.mkv  [English]  Japanese  (no language)
                          二.mp4   [English]  Japanese  (no language)

                        The folder is removed; --keep leaves it.
                        """);
        assertThat(folder).doesNotExist();
    }

    @Test
    void keep_leaves_the_files() throws Exception {
        command.run("demo", "--keep").exitsWith(0);
        assertThat(folder().resolve("二.mp4")).hasBinaryContent(new byte[] {2, 2});
        assertThat(command.out()).endsWith("The files stay in " + folder() + "\n");
        Files.delete(folder().resolve("One.mkv"));
        Files.delete(folder().resolve("二.mp4"));
        Files.delete(folder());
    }

    @Test
    void no_settings_are_read_and_japanese_comes_first() {
        command.run("demo").exitsWith(0);
        assertThat(command.wiring.opened)
                .singleElement()
                .satisfies(overrides -> assertThat(overrides.withoutSettings()).isTrue());
        assertThat(command.wiring.opened.get(0).dataFolder()).contains(folder().resolve("data"));
        assertThat(command.wiring.closed).isOne();
        assertThat(command.wiring.options)
                .allSatisfy(
                        options -> assertThat(options.languages()).containsExactly(Sample.JAPANESE, Sample.ENGLISH));
    }

    @Test
    void what_the_program_keeps_in_the_data_folder_goes_away_too() {
        command.wiring.fixes = file -> {
            Path data = command.wiring.opened.get(0).dataFolder().orElseThrow();
            write(data.resolve("backups/arrtheaudio.db"));
            return Sample.changed(file);
        };
        command.run("demo").exitsWith(0);
        assertThat(folder()).doesNotExist();
    }

    @Test
    void a_failure_shows_in_the_exit_code_and_the_folder_still_goes_away() {
        command.wiring.fixes = file -> Sample.failed(file, Remedy.FIX_FILE);
        command.run("demo").exitsWith(1);
        assertThat(folder()).doesNotExist();
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "kept");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        Matcher copied = Pattern.compile("Copied \\d+ small files to (.*)\n").matcher(command.out());
        assertThat(copied.find()).isTrue();
        return Path.of(copied.group(1));
    }
}
