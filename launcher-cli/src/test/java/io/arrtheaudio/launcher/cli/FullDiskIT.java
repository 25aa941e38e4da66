package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.LoopDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks without room, at the worst moments. Defect 1: a film was lost when the disk was full during a copy. */
class FullDiskIT {

    private static final int FILM_BYTES = 8 << 20;
    /** Takes all room of the disk just before the program itself runs. */
    private static final String FILLING = "dd if=/dev/zero of='%1$s' bs=64k 2>/dev/null";

    @TempDir
    Path folder;

    private LoopDisk disk;
    private Path filler;

    @BeforeEach
    void a_small_disk() {
        disk = LoopDisk.of(LoopDisk.Kind.TMPFS, 96);
        filler = disk.root().resolve("filler");
    }

    @AfterEach
    void takeAway() {
        disk.close();
    }

    @Test
    void a_disk_that_gets_full_while_a_linked_film_is_copied_loses_nothing() throws IOException {
        House house = House.in(folder, disk.root());
        Path film = longFilm(house);
        Path seed = Files.createLink(house.library().resolve("seed"), film);
        house.standIn(
                "cp",
                "case \"$*\" in *reflink=never*) " + FILLING.formatted(filler) + "; truncate -s -2M '" + filler
                        + "';; esac\nexec $real \"$@\"");
        String settings = house.settings("hardlinks: copy");

        refusesThenWorks(house, film, "the disk is full", "-c", settings);

        assertThat(FileState.of(seed).fact("nlink")).isEqualTo(1);
        assertThat(Films.defaults(seed)).containsExactly(1);
    }

    @Test
    void a_disk_that_gets_full_while_ffmpeg_writes_a_film_anew_loses_nothing() throws IOException {
        House house = House.in(folder, disk.root());
        Path film = longFilm(house);
        house.standIn("ffmpeg", "case \"$*\" in *.part*) " + FILLING.formatted(filler) + ";; esac\nexec $real \"$@\"");

        refusesThenWorks(house, film, "is full; make room", "-c", house.settings("engine: tools"));
    }

    @Test
    void a_disk_without_room_for_a_copy_is_told_before_anything_is_copied() throws IOException {
        House house = House.in(folder, disk.root());
        Path film = longFilm(house);
        Files.createLink(house.library().resolve("seed"), film);
        Files.write(filler, new byte[32 << 20]);

        refusesThenWorks(house, film, "bytes on its disk and", "-c", house.settings("hardlinks: copy"));
    }

    @Test
    void without_room_for_the_first_entry_of_the_journal_nothing_is_changed() throws IOException {
        House house = new House(folder, House.in(folder).library(), disk.root().resolve("data"));
        Path film = house.film("film.mkv");
        fill();

        refusesThenWorks(house, film, "the disk is full; make room");
    }

    @Test
    void without_room_for_another_entry_nothing_is_changed() throws IOException {
        House house = new House(folder, House.in(folder).library(), disk.root().resolve("data"));
        Path film = house.film("film.mkv");
        house.run("process", "--languages", "jpn", film.toString()).exitsWith(0);
        house.run("process", "--languages", "eng", film.toString()).exitsWith(0);
        fill();

        refusesThenWorks(house, film, "the disk is full; make room");
    }

    private void refusesThenWorks(House house, Path film, String why, String... before) throws IOException {
        FileState state = FileState.of(film);
        String[] words = Stream.concat(
                        Arrays.stream(before), Stream.of("process", "--languages", "jpn", film.toString()))
                .toArray(String[]::new);

        Jar.Result refused = house.jar().run(words).exitsWith(1);

        assertThat(refused.err().lines()).singleElement().asString().contains(why);
        assertThat(refused.out()).isEmpty();
        assertThat(FileState.of(film)).isEqualTo(state);
        assertThat(House.names(house.library())).noneMatch(name -> name.endsWith(".part"));
        assertThat(House.names(house.data())).noneMatch(name -> name.matches(".*\\.(part|tmp)"));
        assertThat(house.run("inspect", film.toString()).exitsWith(0).out()).contains("Japanese");

        Files.deleteIfExists(filler);
        house.withoutStandIns();
        house.run(words).exitsWith(0);
        assertThat(Films.defaults(film)).containsExactly(2);
        house.expectNothingLeft();
    }

    private void fill() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(filler.toFile(), "rw")) {
            byte[] bytes = new byte[4096];
            while (true) {
                file.write(bytes);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
    }

    /** Its media data is as large as copying takes a moment. */
    private static Path longFilm(House house) throws IOException {
        Path film = new Films(house.library()).ffmpeg("film.mp4", Films.englishFirst());
        byte[] free = new byte[FILM_BYTES];
        free[0] = (byte) (FILM_BYTES >> 24);
        free[1] = (byte) (FILM_BYTES >> 16);
        free[4] = 'f';
        free[5] = 'r';
        free[6] = 'e';
        free[7] = 'e';
        Files.write(film, free, StandardOpenOption.APPEND);
        return Films.aged(film);
    }
}
