package io.arrtheaudio.examples.fixonefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.embedded.ArrTheAudio;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixOneFileTest {

    private static final int ENGLISH = 1;
    private static final int JAPANESE = 2;

    @TempDir
    private Path folder;

    private Path film;

    @BeforeEach
    void lay_out_a_film() throws IOException {
        film = Files.write(folder.resolve("film.mkv"), withDefault(ENGLISH));
    }

    @Test
    void the_film_is_changed_in_its_header_and_then_it_is_right() throws IOException {
        assertThat(run(film)).startsWith("changed: ").contains("Japanese");
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(JAPANESE));
        assertThat(run(film)).startsWith("already_correct: ");
    }

    @Test
    void what_was_changed_can_be_taken_back_later() throws IOException {
        run(film);

        try (ArrTheAudio audio =
                ArrTheAudio.withJournalIn(folder.resolve("journal")).open()) {
            assertThat(audio.undo(film)).containsInstanceOf(UndoOutcome.Undone.class);
        }

        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(ENGLISH));
    }

    @Test
    void a_film_that_is_not_there_is_told() {
        assertThat(run(folder.resolve("missing.mkv"))).startsWith("failed: ").contains("missing.mkv");
    }

    @Test
    void the_readme_shows_this_program_in_ten_lines() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/arrtheaudio/examples/fixonefile/FixOneFile.java"));

        String shown = Files.readString(Path.of("../../README.md"))
                .replaceFirst(
                        "(?s).*<!-- snippet: fix-one-file -->\\s*```java\n(.*?)```\\s*<!-- end of snippet -->.*", "$1");

        assertThat(shown).isEqualTo(source.replaceFirst("package .*;\n\n", ""));
        assertThat(shown.substring(shown.indexOf("public class")).lines().filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void the_readme_names_this_version() throws IOException {
        String version = Files.readString(Path.of("../../pom.xml"))
                .replaceFirst("(?s).*?<artifactId>arrtheaudio-parent</artifactId>\\s*<version>(.*?)</version>.*", "$1");

        assertThat(Files.readString(Path.of("../../README.md")))
                .containsIgnoringWhitespaces(
                        "<artifactId>arrtheaudio-embedded</artifactId><version>" + version + "</version>");
    }

    private String run(Path what) {
        PrintStream screen = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            FixOneFile.main(new String[] {folder.resolve("journal").toString(), what.toString()});
        } finally {
            System.setOut(screen);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static byte[] withDefault(int track) {
        return TinyMatroska.with(Tracks.three(track)).toBytes();
    }
}
