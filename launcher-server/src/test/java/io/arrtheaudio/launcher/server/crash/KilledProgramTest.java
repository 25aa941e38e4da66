package io.arrtheaudio.launcher.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.InMemoryTempDir;
import io.arrtheaudio.service.HardlinkRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program of its own is killed (SIGKILL) at every place where something reaches the disk, in every scenario; after the
 * next start each file is byte for byte the old one or the new one. Whole only in the long form; else every tenth kill.
 */
class KilledProgramTest {

    private static final int EVERY = Boolean.getBoolean("long") ? 1 : 10;
    private static final String WANTED = "jpn";

    private static int places;
    private static int kills;

    @TempDir(factory = InMemoryTempDir.class)
    private Path folder;

    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_killed_program_leaves_the_old_file_or_the_new_one(Scenario scenario) throws Exception {
        Attempt survived = new Attempt(scenario, folder.resolve("survived"));
        int all = survived.passed();
        byte[] after = Files.readAllBytes(survived.film);
        for (int place = 1; place <= all; place++) {
            if (places++ % EVERY == 0) {
                kills++;
                new Attempt(scenario, folder.resolve("kill-" + place)).killAt(place, after);
            }
        }
    }

    @AfterAll
    static void tell() {
        System.out.println("killed " + kills + " programs");
        assertThat(kills).isGreaterThanOrEqualTo(500 / EVERY);
    }

    /** A folder with a film, perhaps with a second name, and the data of the program. */
    private static final class Attempt {

        private final Scenario scenario;
        private final Path data;
        private final Path library;
        private final Path film;
        private final Path seed;
        private final byte[] before;

        Attempt(Scenario scenario, Path folder) throws Exception {
            this.scenario = scenario;
            this.data = folder.resolve("data");
            this.library = Files.createDirectories(folder.resolve("library"));
            this.film = Files.write(library.resolve(scenario.name()), scenario.content());
            this.seed = library.resolve("seed");
            if (scenario.isUndo()) {
                try (Run run = run(new KillPoints(0))) {
                    assertThat(run.fix(film, WANTED)).isInstanceOf(Outcome.Changed.class);
                }
            }
            if (scenario.isLinked()) {
                Files.createLink(seed, film);
            }
            this.before = Files.readAllBytes(film);
        }

        Run run(KillPoints points) {
            return new Run(data, scenario.inDatabase(), scenario.hardlinks(), points);
        }

        /** How many places a run passes that nobody kills. */
        int passed() {
            KillPoints counting = new KillPoints(0);
            try (Run run = run(counting)) {
                act(run);
            }
            return counting.passed();
        }

        void act(Run run) {
            if (scenario.isUndo()) {
                assertThat(run.undo(film)).singleElement().isInstanceOf(UndoOutcome.Undone.class);
            } else {
                assertThat(run.fix(film, WANTED)).isInstanceOf(Outcome.Changed.class);
            }
        }

        void killAt(int place, byte[] after) throws Exception {
            String where = killed(place);
            if (!where.contains("middle of a write")) {
                assertThat(defaults(film)).as(where).isPositive();
            }
            try (Run next = run(new KillPoints(0))) {
                assertThat(next.recover()).as(where).noneMatch(Recovered::isUnsettled);
                assertThat(next.recover()).as(where).isEmpty();
                assertWhole(where, after);
                assertThatItCanGoOn(next, where, after);
            }
        }

        private void assertWhole(String where, byte[] after) throws IOException {
            assertThat(Files.readAllBytes(film)).as(where).isIn(before, after);
            if (scenario.hardlinks() == HardlinkRule.COPY) {
                assertThat(Files.readAllBytes(seed)).as(where).isEqualTo(before);
            }
            try (Stream<Path> there = Files.list(library)) {
                assertThat(there).as(where).hasSize(scenario.isLinked() ? 2 : 1);
            }
        }

        /** Whatever was settled, the change can be made, and everything can be taken back. */
        private void assertThatItCanGoOn(Run next, String where, byte[] after) throws IOException {
            if (!scenario.isUndo()) {
                next.fix(film, WANTED);
                assertThat(Files.readAllBytes(film)).as(where).isEqualTo(after);
            }
            next.undo(film);
            assertThat(Files.readAllBytes(film)).as(where).isEqualTo(scenario.content());
        }

        private String killed(int place) throws Exception {
            Process program = DoomedProgram.start(List.of(
                    data.toString(),
                    scenario.inDatabase() ? "database" : "folder",
                    scenario.hardlinks().name(),
                    film.toString(),
                    scenario.isUndo() ? "undo" : WANTED,
                    "" + place));
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
            String where = output.readLine();
            program.destroyForcibly();
            assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(where).startsWith(KillPoints.HERE);
            return scenario + ", killed " + where.substring(KillPoints.HERE.length());
        }

        private static long defaults(Path film) {
            return new BuiltInEngine()
                    .inspect(film)
                    .fold(
                            found -> found.file().audio().stream()
                                    .filter(track -> track.is(TrackFlag.DEFAULT))
                                    .count(),
                            other -> 0L);
        }
    }
}
