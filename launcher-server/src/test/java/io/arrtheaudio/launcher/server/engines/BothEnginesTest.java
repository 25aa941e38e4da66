package io.arrtheaudio.launcher.server.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.ToolPaths;
import io.arrtheaudio.launcher.server.settings.ToolsSettings;
import io.arrtheaudio.port.in.FixOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random films, which both engines read, change and give back on copies of their own. They must see the same and do the same;
 * ffprobe, mkvmerge and hashes of the streams say what was done. What the tools cannot do is declared, each with the films it
 * holds for. 300 films in the long form, 30 else; {@code -Dfilm=17} makes one alone.
 */
class BothEnginesTest {

    private static final int FILMS = Boolean.getBoolean("long") ? 300 : 30;
    private static final long SEED = 3_000;
    private static final int ALONE = Integer.getInteger("film", -1);

    private static final AtomicInteger CHANGED = new AtomicInteger();
    private static final AtomicInteger UNDONE = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static RawMedia raw;
    private static Program builtIn;
    private static Program tools;

    @BeforeAll
    static void start() throws IOException {
        raw = new RawMedia(Files.createDirectory(folder.resolve("raw")));
        ToolsSettings patient = new ToolsSettings(ToolPaths.DEFAULT, true, true, Duration.ofMinutes(5));
        Settings settings = new Settings(
                Settings.DEFAULT.rules(),
                EngineChoice.TOOLS,
                patient,
                List.of(),
                Settings.DEFAULT.lookup(),
                Settings.DEFAULT.server(),
                Settings.DEFAULT.run(),
                Settings.DEFAULT.logging());
        tools = Program.with(settings, folder.resolve("data of tools"));
        builtIn = Program.with(settings.withEngine(EngineChoice.BUILTIN), folder.resolve("data of builtin"));
    }

    @AfterAll
    static void stop() {
        System.out.println("both engines changed " + CHANGED + " films, and tools took back " + UNDONE);
        tools.close();
        builtIn.close();
    }

    @Test
    void both_engines_see_and_do_the_same() {
        IntStream films = ALONE >= 0 ? IntStream.of(ALONE) : IntStream.range(0, FILMS);
        List<String> failures = films.parallel()
                .mapToObj(film -> new Attempt(film, SEED + film).failures())
                .flatMap(List::stream)
                .toList();

        assertThat(failures).as("films that failed").isEmpty();
        if (ALONE < 0) {
            assertThat(CHANGED.get()).as("films changed by both").isGreaterThan(FILMS / 4);
            assertThat(UNDONE.get()).as("changes of tools taken back").isGreaterThan(FILMS / 5);
        }
    }

    /** One film. */
    private static final class Attempt {

        private final String name;
        private final RandomFilm film;
        private final Random random;

        Attempt(int number, long seed) {
            this.name = "film-" + number;
            this.film = new RandomFilm(raw, number, seed);
            this.random = new Random(31 * seed);
        }

        /** With the seed and how it was made. */
        List<String> failures() {
            List<String> made = List.of("nothing");
            try {
                Path place = Files.createDirectories(folder.resolve(name));
                made = film.makeIn(place, "film");
                compare(place.resolve(single(place)));
                return List.of();
            } catch (IOException | RuntimeException | AssertionError e) {
                return List.of("-Dfilm=" + name.substring(5) + ", made by " + String.join(" ", made) + ": " + e + " at "
                        + where(e));
            }
        }

        private static String single(Path place) throws IOException {
            try (Stream<Path> there = Files.list(place)) {
                return there.findAny().orElseThrow().getFileName().toString();
            }
        }

        private static String where(Throwable e) {
            return Stream.of(e.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("io.arrtheaudio"))
                    .limit(4)
                    .toList()
                    .toString();
        }

        private void compare(Path made) throws IOException {
            List<AudioTrack> tracks = tracks(builtIn, made);
            List<AudioTrack> told = tracks(tools, made);
            assertThat(told).as("what tools see").isEqualTo(KnownLimits.asToolsSee(tracks, told, film.kind()));
            AudioTrack wanted = wanted(tracks);
            Path first = copy(made, "builtin");
            Path second = copy(made, "tools");
            Outcome here = builtIn.fix(first, wanted.language());
            Outcome there = tools.fix(second, wanted.language());
            Witness before = Witness.of(made);
            if (there instanceof Outcome.Skipped skipped && here instanceof Outcome.Changed) {
                KnownLimits.assertDeclared(film.kind(), skipped);
                assertThat(Witness.sha256(second)).isEqualTo(before.sha256());
                assertUndone(builtIn, first, before);
                return;
            }
            assertThat(there.word()).as(here + " but " + there).isEqualTo(here.word());
            here.fold(new Same(there));
            if (here instanceof Outcome.Changed changed) {
                CHANGED.incrementAndGet();
                assertChanged(before, first, second, changed.to().position());
            } else {
                assertThat(Witness.sha256(first)).isEqualTo(before.sha256());
                assertThat(Witness.sha256(second)).isEqualTo(before.sha256());
            }
        }

        /** Mostly one that is not the default, so that there is something to change. */
        private AudioTrack wanted(List<AudioTrack> tracks) {
            List<AudioTrack> others = tracks.stream()
                    .filter(track -> !track.is(TrackFlag.DEFAULT))
                    .toList();
            List<AudioTrack> from = others.isEmpty() || random.nextInt(5) == 0 ? tracks : others;
            return from.get(random.nextInt(from.size()));
        }

        private Path copy(Path made, String where) throws IOException {
            Path place = Files.createDirectory(made.resolveSibling(where));
            return Files.copy(made, place.resolve(made.getFileName()));
        }

        private void assertChanged(Witness before, Path first, Path second, int position) {
            Witness here = Witness.of(first);
            Witness there = Witness.of(second);
            for (Witness after : List.of(here, there)) {
                after.assertOnlyDefault(position);
                assertThat(after.streams()).as("streams").isEqualTo(before.streams());
            }
            Witness.assertSame("builtin", here.ffprobe(), before.ffprobe());
            Witness.assertSame("builtin", here.mkvmerge(), before.mkvmerge());
            assertThat(tracks(builtIn, second)).as("both as builtin sees them").isEqualTo(tracks(builtIn, first));
            assertUndone(builtIn, first, before);
            if (film.kind().isMatroska()) {
                Witness.assertSame("tools", there.ffprobe(), before.ffprobe());
                Witness.assertSame("tools", there.mkvmerge(), before.mkvmerge());
                assertUndone(tools, second, before);
                UNDONE.incrementAndGet();
            } else {
                Witness.assertSame("tools", there.kept(), before.kept());
                assertFlagsUndone(second, before);
            }
        }

        private static void assertUndone(Program program, Path file, Witness before) {
            assertThat(program.undo(file)).isInstanceOf(UndoOutcome.Undone.class);
            assertThat(Witness.sha256(file)).as("taken back").isEqualTo(before.sha256());
        }

        private static void assertFlagsUndone(Path file, Witness before) {
            UndoOutcome outcome = tools.undo(file);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            UndoOutcome.Undone.class,
                            undone -> assertThat(undone.note()).contains("flags are what they were"));
            Witness now = Witness.of(file);
            assertThat(now.byFfprobe()).isEqualTo(before.byFfprobe());
            assertThat(now.byMkvmerge()).isEqualTo(before.byMkvmerge());
            Witness.assertSame("taken back", now.kept(), before.kept());
            assertThat(now.streams()).isEqualTo(before.streams());
            UNDONE.incrementAndGet();
        }

        private static List<AudioTrack> tracks(Program program, Path file) {
            return program.parts()
                    .fix()
                    .inspect(file, FixOptions.within(file))
                    .media()
                    .audio();
        }
    }

    /** The same case must be about the same track. */
    private record Same(Outcome other) implements Outcome.Cases<Void> {

        @Override
        public Void changed(Outcome.Changed outcome) {
            assertThat(((Outcome.Changed) other).to().position())
                    .isEqualTo(outcome.to().position());
            return null;
        }

        @Override
        public Void alreadyCorrect(Outcome.AlreadyCorrect outcome) {
            assertThat(((Outcome.AlreadyCorrect) other).already().position())
                    .isEqualTo(outcome.already().position());
            return null;
        }

        @Override
        public Void noMatch(Outcome.NoMatch outcome) {
            return null;
        }

        @Override
        public Void skipped(Outcome.Skipped outcome) {
            assertThat(((Outcome.Skipped) other).reason()).isEqualTo(outcome.reason());
            return null;
        }

        @Override
        public Void wouldChange(Outcome.WouldChange outcome) {
            return fail("nobody asked for a dry run");
        }

        @Override
        public Void failed(Outcome.Failed outcome) {
            return fail(outcome.problem());
        }
    }
}
