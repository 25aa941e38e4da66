package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What about a file changes with its default track, and what does not. Defects 3 and 4. */
class TouchTest {

    @TempDir
    Path folder;

    private Films films;

    @BeforeEach
    void films() {
        films = new Films(folder);
    }

    /** Defect 4: the owner became root, the mode 644. */
    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void owner_mode_length_and_the_file_itself_stay_and_nothing_is_left_beside_it(String name) throws IOException {
        Path film = films.ffmpeg(name, Films.englishFirst());
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString("rw-r-----"));
        chown(film, 1234, 2345);
        FileState before = FileState.of(film);
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "changed");
        FileState after = FileState.of(film);
        for (String fact : List.of("ino", "nlink", "uid", "gid", "mode", "size")) {
            assertThat(after.fact(fact)).as(fact).isEqualTo(before.fact(fact));
        }
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactly(film);
        }
    }

    @Test
    void the_time_is_that_of_the_change_so_that_players_look_again() {
        Instant start = Instant.now().minusSeconds(2); // file systems' clocks tick slower
        Path film = films.ffmpeg("film.mkv", Films.englishFirst());
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "changed");
        assertThat(FileState.of(film).modified().toInstant()).isAfter(start);
    }

    /** Defect 4: the time was lost. */
    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void the_time_is_preserved_to_the_microsecond_if_the_settings_say_so(String name) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "mtime: preserve");
        Path film = films.ffmpeg(name, Films.englishFirst());
        Command.run("-c", settings.toString(), "process", "--languages", "jpn", film.toString())
                .exitsWith(0)
                .saysOf(film, "changed");
        assertThat(FileState.of(film).modified().toInstant()).isEqualTo(Films.LONG_AGO);
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    @Test
    void a_second_run_and_a_dry_run_touch_nothing() {
        films.ffmpeg("ffmpeg.mkv", Films.englishFirst());
        films.mkvmerge("mkvmerge.mkv", Films.englishFirst());
        films.ffmpeg("film.mp4", Films.englishFirst());
        Map<Path, FileState> before = states();
        assertThat(Command.scan(folder, "--dry-run").exitsWith(0).out()).contains("would change  3\n");
        assertThat(states()).isEqualTo(before);

        assertThat(Command.scan(folder).exitsWith(0).out()).contains("changed  3\n");
        states().forEach((film, state) -> assertThat(state).isNotEqualTo(before.get(film)));
        states().keySet().forEach(Films::aged);

        Map<Path, FileState> once = states();
        assertThat(Command.scan(folder).exitsWith(0).out()).contains("already correct  3\n");
        assertThat(states()).isEqualTo(once);
    }

    /**
     * Defect 3: two edits of one fresh file made by mkvmerge damaged its header. Each run here is a program of its own that
     * shares no lock with the other.
     */
    @Test
    void two_programs_at_once_leave_a_whole_file() throws Exception {
        Path fresh = films.mkvmerge("fresh.mkv", Films.englishFirst());
        Path film = folder.resolve("film.mkv");
        byte[] changed = changedCopy(fresh);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 100; round++) {
                Files.deleteIfExists(film);
                Films.aged(Files.copy(fresh, film));
                List<Callable<Command>> programs =
                        List.of(() -> Command.process(film, "jpn"), () -> Command.process(film, "jpn"));
                for (Future<Command> program : two.invokeAll(programs)) {
                    assertThat(program.get().err()).as("round %d", round).doesNotContain("please report");
                }
                assertThat(Files.readAllBytes(film)).as("round %d", round).isEqualTo(changed);
            }
        } finally {
            two.shutdownNow();
        }
    }

    private byte[] changedCopy(Path fresh) throws IOException {
        Path copy = Files.copy(fresh, folder.resolve("copy.mkv"));
        Command.process(copy, "jpn").exitsWith(0).saysOf(copy, "changed");
        assertThat(Films.defaults(copy)).containsExactly(2);
        return Files.readAllBytes(copy);
    }

    private Map<Path, FileState> states() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<Path, FileState> states = new TreeMap<>();
            files.forEach(file -> states.put(file, FileState.of(file)));
            return states;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Only root gives files away. */
    private static void chown(Path film, int user, int group) throws IOException {
        try {
            Files.setAttribute(film, "unix:uid", user);
            Files.setAttribute(film, "unix:gid", group);
        } catch (FileSystemException e) {
            assumeTrue(!"root".equals(System.getProperty("user.name")), "cannot give files away");
        }
    }
}
