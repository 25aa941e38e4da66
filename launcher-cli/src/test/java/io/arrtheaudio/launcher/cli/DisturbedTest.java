package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.LoopDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs write to the film while this one works on it. */
class DisturbedTest {

    private static final int ROUNDS = Boolean.getBoolean("long") ? 200 : 20;

    @TempDir
    Path folder;

    private House house;
    private Optional<Process> other = Optional.empty();

    @BeforeEach
    void a_house() {
        house = House.in(folder);
    }

    @AfterEach
    void end() {
        stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hardlinks: skip", "hardlinks: copy", "engine: tools"})
    void a_film_that_grows_all_the_time_is_changed_or_left_for_later(String settings) throws IOException {
        Path film = house.film("film.mp4");
        byte[] before = Files.readAllBytes(film);
        if (settings.equals("hardlinks: copy")) {
            Files.createLink(folder.resolve("seed"), film);
        }
        runs("while :; do printf '\\0\\0\\0\\010free' >>\"$1\"; sleep 0.005; done", film);
        for (int i = 0; i < (settings.startsWith("engine") ? ROUNDS / 5 : ROUNDS); i++) {
            processed(settings, film, i % 2 == 0 ? "jpn" : "eng");
        }
        assertThat(Files.size(film)).isGreaterThanOrEqualTo(before.length);
        endsWell(film);
    }

    @Test
    void a_film_whose_header_is_rewritten_all_the_time_is_what_one_of_the_two_made_of_it() throws IOException {
        Path film = house.film("film.mp4");
        Path english = Files.copy(film, folder.resolve("english"));
        house.run("process", "--languages", "jpn", film.toString()).exitsWith(0);
        Path japanese = Files.copy(film, folder.resolve("japanese"));
        byte[] one = Files.readAllBytes(english);
        byte[] two = Files.readAllBytes(japanese);
        runs(
                "while :; do dd if=\"$2\" of=\"$1\" bs=1M conv=notrunc 2>/dev/null;"
                        + " dd if=\"$3\" of=\"$1\" bs=1M conv=notrunc 2>/dev/null; done",
                film,
                english,
                japanese);
        for (int i = 0; i < ROUNDS; i++) {
            processed("hardlinks: skip", film, i % 2 == 0 ? "jpn" : "eng");
        }
        stop();
        assertThat(Files.readAllBytes(film)).isIn(one, two);
        endsWell(film);
    }

    @Test
    void a_film_that_is_replaced_all_the_time_is_changed_or_left_for_later() throws IOException {
        Path film = house.film("film.mkv");
        Path english = Files.copy(film, folder.resolve("english"));
        runs("while :; do cp \"$2\" \"$1.new\"; mv \"$1.new\" \"$1\"; done", film, english);
        for (int i = 0; i < ROUNDS; i++) {
            processed("hardlinks: skip", film, "jpn");
        }
        stop();
        assertThat(Films.defaults(film)).hasSize(1);
        assertThat(Files.size(film)).isEqualTo(Files.size(english));
        endsWell(film);
    }

    @Test
    void a_film_on_a_disk_that_is_mounted_read_only_is_told_and_looked_at() throws IOException {
        try (LoopDisk disk = LoopDisk.of(LoopDisk.Kind.TMPFS)) {
            house = House.in(folder, disk.root());
            Path film = house.film("film.mkv");
            disk.makeReadOnly();
            FileState before = FileState.of(film);
            for (String settings : List.of("hardlinks: skip", "hardlinks: copy", "engine: tools")) {
                Command refused = house.runWith(settings, "process", "--languages", "jpn", film.toString());
                assertThat(refused.exitsWith(1).err().lines())
                        .singleElement()
                        .asString()
                        .contains("mounted read-only");
                house.runWith(settings, "inspect", film.toString()).exitsWith(0);
            }
            assertThat(FileState.of(film)).isEqualTo(before);
        }
    }

    /** Done, nothing to do, or to be tried again; never anything else, and never without a word. */
    private void processed(String settings, Path film, String wanted) {
        Command done = house.runWith(settings, "process", "--languages", wanted, film.toString());
        assertThat(done.exit()).as(done.toString()).isIn(0, 1);
        assertThat(done.err()).doesNotContain("please report", "Exception");
        assertThat(done.out().lines().count() + done.err().lines().count())
                .as(done.toString())
                .isEqualTo(1);
        if (done.exit() == 1) {
            assertThat(done.err()).contains("again");
        }
    }

    /** Lines of shell, and what they know as $1, $2 and so on. */
    private void runs(String lines, Path... files) throws IOException {
        String[] command = new String[4 + files.length];
        System.arraycopy(new String[] {"sh", "-c", lines, "other"}, 0, command, 0, 4);
        for (int i = 0; i < files.length; i++) {
            command[4 + i] = files[i].toString();
        }
        other = Optional.of(new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private void stop() {
        other.ifPresent(process -> {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
            children.forEach(
                    child -> child.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        });
        other = Optional.empty();
    }

    private void endsWell(Path film) {
        stop();
        processed("hardlinks: copy", film, "jpn");
        assertThat(Films.defaults(film)).containsExactly(2);
        house.expectNothingLeft();
        house.expectNothingOpen();
    }
}
