package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matroska files, and files that are none of ours or damaged. */
class HeaderInventoryTest {

    private static final HeaderInventory INVENTORY = new HeaderInventory();

    @TempDir
    Path folder;

    @Test
    void attachments_chapters_and_codecs_of_a_matroska_file_are_listed() {
        MediaFactory make = new MediaFactory(folder);
        Path file = make.mkvmerge(
                "film.mkv",
                make.ffmpeg("two.mkv", 2),
                "--attach-file",
                make.attachment("font.ttf").toString(),
                "--chapters",
                make.simpleChapters("chapters.txt").toString());

        assertThat(INVENTORY.of(file))
                .contains("attachment font.ttf (15000 B)", "file: chapters 1")
                .anyMatch(line -> line.startsWith("file: tags "))
                .anyMatch(line -> line.startsWith("track 1: V_MPEG4/ISO/AVC with CodecPrivate ("))
                .anyMatch(line -> line.startsWith("track 3: A_AAC with CodecPrivate ("));

        List<String> lost = new ArrayList<>(INVENTORY.of(file));
        INVENTORY
                .of(make.mkvmerge("bare.mkv", file, "--no-attachments", "--no-chapters"))
                .forEach(lost::remove);
        assertThat(lost).containsExactly("attachment font.ttf (15000 B)", "file: chapters 1");
    }

    @Test
    void what_is_neither_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.mkv"), "no film at all");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> INVENTORY.of(text))
                .withMessage("cannot list what is in " + text + ": it is a file of some other kind")
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo(Remedy.FIX_FILE));
    }

    /** Whatever is in a damaged file, it is listed or refused; anything else fails the test. */
    @Test
    void damage_is_refused_or_listed_and_nothing_worse() throws IOException {
        MediaFactory make = new MediaFactory(folder);
        Path mp4 =
                make.ffmpegWith("film.mp4", make.chapters("c.txt"), "-map_chapters", "2", "-timecode", "01:00:00:00");
        damage(Files.readAllBytes(mp4), 20260101);
        damage(Files.readAllBytes(make.ffmpeg("film.mkv", 2)), 20260102);
    }

    private void damage(byte[] film, long seed) throws IOException {
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("long") ? 20_000 : 1_000;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = Arrays.copyOf(film, round % 4 == 0 ? random.nextInt(film.length) : film.length);
            for (int i = 0; i < 4 && damaged.length > 0; i++) {
                int at = random.nextInt(damaged.length);
                damaged[at] = (byte) (round % 2 == 0 ? random.nextInt() : random.nextInt(2) * -1);
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertThat(INVENTORY.of(file)).isNotNull();
            } catch (AudioFixException e) {
                assertThat(e.remedy()).as("seed " + seed + ", round " + round).isEqualTo(Remedy.FIX_FILE);
            }
        }
    }
}
