package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged command that is told to stop while somebody in TMDB's place says nothing. */
@DisabledOnOs(OS.WINDOWS)
class SlowLookupIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"process", "scan --yes"})
    void sigterm_ends_the_lookup_asks_nothing_more_and_leaves_the_file_alone(String command) throws Exception {
        House house = House.in(folder);
        Path film = house.film("Film (1999) {tmdb-603}.mkv");
        try (TmdbServer tmdb = new TmdbServer()) {
            tmdb.isSilent();
            String settings =
                    house.settings(tmdb.settings("timeout: 60s", "lookup_timeout: 60s") + "language_priority: [jpn]\n");
            Jar.Running running = house.jar()
                    .start(Stream.of(List.of("-c", settings), List.of(command.split(" ")), List.of(film.toString()))
                            .flatMap(List::stream)
                            .toArray(String[]::new));
            tmdb.awaitQuestion();

            long start = System.nanoTime();
            running.process().destroy();
            Jar.Result result = Jar.finish(running).exitsWith(143);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(result.out() + result.err()).contains("stopped before its original language was told");
            assertThat(tmdb.asked()).hasSize(1);
        }
        assertThat(Films.defaults(film)).containsExactly(1);
    }
}
