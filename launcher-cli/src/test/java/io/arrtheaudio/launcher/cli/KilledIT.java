package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program is killed, or asked to stop, at bad moments. Defect 14: tools ran on when the program was killed. */
@EnabledOnOs(OS.LINUX)
class KilledIT {

    private static final int FILMS = 200;
    private static final int KILLS = Boolean.getBoolean("long") ? 100 : 5;

    @TempDir
    Path folder;

    @Test
    void a_scan_that_is_killed_again_and_again_loses_nothing() throws Exception {
        House house = House.in(folder);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> before = library(house);
        for (int kill = 1; kill <= KILLS; kill++) {
            String wanted = kill % 2 == 0 ? "eng" : "jpn";
            String where = "kill " + kill + " of seed " + seed;
            Jar.Running scan = house.jar().start(scan(house, wanted));
            scan.process().waitFor(300 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
            scan.process().destroyForcibly().waitFor();
            expectAll(house, wanted, where);
        }
        house.run("undo", "--all", "--yes").exitsWith(0);
        assertThat(sums(house)).as("seed %s", seed).isEqualTo(before);
        house.run("admin", "doctor").exitsWith(0);
    }

    /** Also that no file of an earlier run is left. */
    private static void expectAll(House house, String wanted, String where) throws IOException {
        house.run(scan(house, wanted)).exitsWith(0);
        house.expectNothingLeft();
        Command again = house.run(scan(house, wanted)).exitsWith(0);
        assertThat(again.out()).as(where).contains("already correct  " + FILMS);
        for (int i = 0; i < FILMS; i += 70) {
            assertThat(Films.defaults(house.library().resolve(name(i))))
                    .as(where)
                    .containsExactly(wanted.equals("eng") ? 1 : 2);
        }
        for (int i = 0; i < FILMS; i += 100) {
            assertThat(Films.defaults(house.root().resolve("seeds").resolve(name(i))))
                    .as(where)
                    .containsExactly(1);
        }
    }

    private static String[] scan(House house, String wanted) {
        String settings = house.settings("hardlinks: copy\nmin_age: 0\n");
        return new String[] {
            "-c",
            settings,
            "scan",
            "--yes",
            "--workers",
            "2",
            "--languages",
            wanted,
            house.library().toString()
        };
    }

    private static Map<String, String> library(House house) throws IOException {
        Path seeds = Files.createDirectory(house.root().resolve("seeds"));
        for (int i = 0; i < FILMS; i++) {
            Path film = house.film(name(i));
            if (i % 10 == 0) {
                Files.createLink(seeds.resolve(name(i)), film);
            }
        }
        return sums(house);
    }

    private static String name(int film) {
        return film + (film % 2 == 0 ? ".mkv" : ".mp4");
    }

    private static Map<String, String> sums(House house) {
        Map<String, String> sums = new TreeMap<>();
        for (String name : House.names(house.library())) {
            Path file = house.library().resolve(name);
            if (Files.isRegularFile(file)) {
                sums.put(name, FileState.of(file).content());
            }
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"cp, hardlinks: copy", "ffmpeg, engine: tools"})
    void a_tool_does_not_outlive_the_killed_program_and_the_next_run_tidies_up(String tool, String settings)
            throws Exception {
        assumeTrue(canTether(), "there is no setpriv that knows --pdeathsig");
        House house = House.in(folder);
        Path film = film(house, tool);
        FileState before = FileState.of(film);
        Jar.Running running = inTheMiddleOf(tool, settings, house, film);

        running.process().destroyForcibly().waitFor();

        assertIsGone(pid(house));
        assertThat(FileState.of(film)).isEqualTo(before);
        house.withoutStandIns();
        Command next = house.run(
                "-c", house.settings(settings + "\nmin_age: 0"), "process", "--languages", "jpn", film.toString());
        assertThat(next.exitsWith(0).err()).contains("took back a change of " + film);
        assertThat(Films.defaults(film)).containsExactly(2);
        house.expectNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, cp, hardlinks: copy", "TERM, 143, cp, hardlinks: copy", "INT, 130, ffmpeg, engine: tools"})
    void a_program_that_is_asked_to_stop_ends_its_tool_and_leaves_nothing(
            String signal, int exit, String tool, String settings) throws Exception {
        House house = House.in(folder);
        Path film = film(house, tool);
        FileState before = FileState.of(film);
        Jar.Running running = inTheMiddleOf(tool, settings, house, film);

        Films.run(
                List.of("sh", "-c", "kill -" + signal + " " + running.process().pid()));

        Jar.Result stopped = Jar.finish(running).exitsWith(exit);
        assertThat(stopped.err()).doesNotContain("Exception", "please report");
        assertIsGone(pid(house));
        assertThat(FileState.of(film)).isEqualTo(before);
        house.expectNothingLeft();
        house.expectNothingOpen();
    }

    /** Two names only where a copy is to be made. */
    private static Path film(House house, String tool) throws IOException {
        Path film = house.film("film.mp4");
        if (tool.equals("cp")) {
            Files.createLink(house.root().resolve("seed.mp4"), film);
        }
        return film;
    }

    private static Jar.Running inTheMiddleOf(String tool, String settings, House house, Path film) throws Exception {
        Path pid = house.root().resolve("pid");
        house.endlessStandIn(tool, pid);
        Jar jar = house.jar().through(restoringSignals());
        Jar.Running running =
                jar.start("-c", house.settings(settings), "process", "--languages", "jpn", film.toString());
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(running.process().waitFor(5, TimeUnit.MILLISECONDS))
                    .as("ended too early: %s", Files.readString(running.err()))
                    .isFalse();
        }
        return running;
    }

    private static String[] restoringSignals() {
        return new String[] {"env", "--default-signal=INT"};
    }

    private static long pid(House house) throws IOException {
        return Long.parseLong(Files.readString(house.root().resolve("pid")).strip());
    }

    /** Or a zombie that nobody cleared away yet. */
    private static void assertIsGone(long pid) {
        ProcessHandle.of(pid).ifPresent(left -> {
            left.onExit().completeOnTimeout(left, 5, TimeUnit.SECONDS).join();
            assertThat(left.isAlive()).as("process %s", pid).isFalse();
        });
    }

    private static boolean canTether() {
        try {
            return new ProcessBuilder("setpriv", "--pdeathsig", "KILL", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
