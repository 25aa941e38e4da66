package io.arrtheaudio.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.StandIn;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of it when a tool, the film or the disk does not do as it should. */
class StandInRefusalTest {

    @TempDir
    Path folder;

    private Path temporary;
    private MediaFactory make;

    @BeforeEach
    void makeFolder() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        make = new MediaFactory(folder);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_stand_in_that_no_tool_changed_makes_an_empty_plan() {
        try (StandIn standIn = standIn(make.ffmpeg("film.mkv", 2))) {
            assertThat(standIn.changes("nothing").isEmpty()).isTrue();
            assertThat(standIn.hasTracksInFront()).isTrue();
        }
    }

    @Test
    void neighbouring_changes_are_one_patch_and_distant_ones_are_two() throws IOException {
        Path film = make.ffmpegWith("big.mkv", make.styledSubtitles("s.ass", 2_000), "-map", "2", "-c:s", "copy");
        try (StandIn standIn = standIn(film)) {
            flip(standIn.path(), 100, 16_000, 60_000);

            List<Patch> patches = standIn.changes("three bytes").patches();

            assertThat(patches).extracting(Patch::offset).containsExactly(60_000L, 100L);
            assertThat(patches).extracting(Patch::end).containsExactly(60_001L, 16_001L);
        }
    }

    @Test
    void what_a_tool_appends_is_an_ending() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        try (StandIn standIn = standIn(film)) {
            Files.write(standIn.path(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

            assertThat(standIn.changes("append").ending())
                    .isEqualTo(Ending.appended(Files.size(film), Bytes.ofHex("01 02 03")));
        }
    }

    @Test
    void a_tool_that_takes_bytes_off_the_end_is_refused() throws IOException {
        try (StandIn standIn = standIn(make.ffmpeg("film.mkv", 2))) {
            try (RandomAccessFile file = new RandomAccessFile(standIn.path().toFile(), "rw")) {
                file.setLength(file.length() - 1);
            }
            assertThatItFails(() -> standIn.changes("cut"), Remedy.FIX_FILE, "took 1 bytes off the end");
        }
    }

    @Test
    void a_tool_that_writes_to_the_edge_of_media_data_is_refused() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        int cluster = firstCluster(film);
        for (int at : new int[] {cluster + 1, cluster + 13, cluster + 4_000}) {
            try (StandIn standIn = standIn(film)) {
                flip(standIn.path(), at);
                assertThatItFails(() -> standIn.changes("careless"), Remedy.FIX_FILE, "the film is as it was");
            }
        }
    }

    @Test
    void what_a_tool_writes_into_the_middle_of_media_data_never_reaches_the_film() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        SparseFilm.addClusters(film, 1, 1 << 20);
        try (StandIn standIn = standIn(film)) {
            flip(standIn.path(), (int) Files.size(film) - (1 << 19), 100);

            assertThat(standIn.changes("careless").patches())
                    .extracting(Patch::offset)
                    .containsExactly(100L);
        }
    }

    @Test
    void of_a_large_attachment_only_the_beginning_is_there_and_a_change_behind_it_is_refused() throws IOException {
        Path font = Files.write(folder.resolve("font.ttf"), new byte[9 << 20]);
        Path film = make.ffmpeg("fonts.mkv", 2, "-attach", font.toString(), "-metadata:s:t", "mimetype=font/ttf");
        try (StandIn standIn = standIn(film)) {
            flip(standIn.path(), 5 << 20);
            assertThatItFails(() -> standIn.changes("careless"), Remedy.FIX_FILE, "an attachment");
        }
    }

    @Test
    void a_film_that_changes_meanwhile_is_told() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        try (StandIn standIn = standIn(film)) {
            Files.write(film, new byte[] {0}, StandardOpenOption.APPEND);
            assertThatItFails(() -> standIn.changes("late"), Remedy.RETRY_LATER, "it changed while a tool worked");
        }
    }

    @Test
    void clusters_that_do_not_tell_their_sizes_have_no_stand_in() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        int size = firstCluster(film) + 4;
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.seek(size);
            int width = Integer.numberOfLeadingZeros(file.read()) - 23;
            file.seek(size);
            file.write(0xFF >>> width - 1);
            file.write(new byte[] {-1, -1, -1, -1, -1, -1, -1}, 0, width - 1);
        }
        assertThat(new SparseStandIns(temporary).of(film)).isEmpty();
    }

    @Test
    void a_film_that_ends_too_early_has_none() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }
        assertThatItFails(() -> standIn(film), Remedy.FIX_FILE, "is it complete?");
    }

    @Test
    void what_is_no_matroska_file_has_none() {
        assertThatItFails(() -> standIn(make.ffmpeg("film.mp4", 2)), Remedy.FIX_FILE, "no Matroska file");
        assertThatItFails(() -> standIn(folder.resolve("gone.mkv")), Remedy.FIX_FILE, "there is no such file");
    }

    @Test
    void a_film_of_more_clusters_than_any_real_one_has_none() throws IOException {
        Path film = make.ffmpeg("film.mkv", 2);
        SparseFilm.addClusters(film, 250_000, 1);
        assertThatItFails(() -> standIn(film), Remedy.FIX_FILE, "more parts than any real file");
    }

    /** Whatever is in a damaged film, it has an unchanged stand-in, none, or is refused; and nothing is left. */
    @Test
    void damage_is_refused_or_passed_over_and_nothing_worse() throws IOException {
        byte[] film = Files.readAllBytes(make.ffmpeg("film.mkv", 2));
        long seed = 20260103;
        Random random = new Random(seed);
        int rounds = Boolean.getBoolean("long") ? 20_000 : 500;
        for (int round = 0; round < rounds; round++) {
            byte[] damaged = Arrays.copyOf(film, round % 4 == 0 ? random.nextInt(film.length) : film.length);
            for (int i = 0; i < 20 && damaged.length > 0; i++) {
                int end = i < 10 ? Math.min(damaged.length, 600) : damaged.length;
                damaged[random.nextInt(end)] = (byte) random.nextInt();
            }
            assertThatItIsRefusedOrStoodInFor(Files.write(folder.resolve("damaged.mkv"), damaged), seed + ", " + round);
        }
    }

    private void assertThatItIsRefusedOrStoodInFor(Path damaged, String seedAndRound) throws IOException {
        try {
            Optional<StandIn> made = new SparseStandIns(temporary).of(damaged);
            made.ifPresent(standIn -> {
                assertThat(standIn.changes("none").isEmpty()).isTrue();
                standIn.close();
            });
        } catch (AudioFixException e) {
            assertThat(e.remedy()).as(seedAndRound).isEqualTo(Remedy.FIX_FILE);
        }
        nothingIsLeft();
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Path film = make.ffmpeg("film.mkv", 2);
        assertThatItFails(
                () -> new SparseStandIns(folder.resolve("gone")).of(film),
                Remedy.RETRY_LATER,
                "cannot make a stand-in");
    }

    @Test
    void a_full_disk_leaves_nothing_behind() throws IOException {
        Path film = make.ffmpegWith("big.mkv", make.styledSubtitles("s.ass", 2_000), "-map", "2", "-c:s", "copy");
        try (SmallDisk disk = SmallDisk.inMemory(temporary, "size=64k")) {
            assertThatItFails(
                    () -> new SparseStandIns(disk.folder()).of(film), Remedy.RETRY_LATER, "No space left on device");
            nothingIsLeft();
        }
    }

    private StandIn standIn(Path film) {
        return new SparseStandIns(temporary).of(film).orElseThrow();
    }

    private static void flip(Path path, long... offsets) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            for (long offset : offsets) {
                file.seek(offset);
                int old = file.read();
                file.seek(offset);
                file.write(~old);
            }
        }
    }

    private static int firstCluster(Path film) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "r")) {
            int at = 0;
            while (file.readInt() != 0x1F43B675) {
                file.seek(++at);
            }
            return at;
        }
    }

    private static void assertThatItFails(ThrowingCallable call, Remedy remedy, String words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(call)
                .withMessageContaining(words)
                .satisfies(failure -> assertThat(failure.remedy()).isEqualTo(remedy));
    }
}
