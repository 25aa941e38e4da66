package io.arrtheaudio.adapter.files.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTextsTest {

    private static final Instant MADE = Instant.parse("2026-11-25T13:46:42Z");

    @TempDir
    private Path folder;

    @Test
    void another_tar_reads_it_and_only_this_user_may() throws IOException, InterruptedException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("log.txt", "Größe 🎵\n".repeat(10_000));
        texts.put("empty.txt", "");
        Path out = Files.createDirectory(folder.resolve("out"));

        Path file = new TarTexts().write(folder, "b.tar.gz", MADE, texts);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Process tar = new ProcessBuilder("tar", "-xzf", file.toString(), "-C", out.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        assertThat(out.resolve("log.txt")).hasContent(texts.get("log.txt"));
        assertThat(out.resolve("empty.txt")).isEmptyFile();
        assertThat(Files.getLastModifiedTime(out.resolve("log.txt")).toInstant())
                .isEqualTo(MADE);
    }

    @Test
    void no_file_is_overwritten() throws IOException {
        Path film = Files.writeString(folder.resolve("film.mkv"), "a film");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new TarTexts().write(film, "", MADE, Map.of()))
                .withMessageContaining("there is a file of that name")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
        assertThat(film).hasContent("a film");
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new TarTexts().write(folder.resolve("none/b.tar.gz"), "", MADE, Map.of()))
                .withMessageContaining("no such folder");
    }
}
