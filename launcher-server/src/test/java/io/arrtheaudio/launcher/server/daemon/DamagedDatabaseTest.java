package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.jobOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A daemon whose database somebody damaged. The Python program dropped every webhook then, answered it with 200, and said that
 * it was healthy.
 */
class DamagedDatabaseTest {

    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    @Test
    void what_is_no_database_is_told_at_the_start_and_left_as_it_is() throws IOException {
        RunningDaemon daemon = RunningDaemon.in(folder);
        daemon.stop();
        byte[] noise = noise(50_000);
        Path database = Files.write(database(daemon), noise);
        assertThatThrownBy(daemon::start)
                .isInstanceOfSatisfying(
                        AudioFixException.class, e -> assertThat(e.remedy()).isEqualTo(Remedy.FIX_FILE))
                .hasMessageContaining(database.toString());
        assertThat(database).hasBinaryContent(noise);
    }

    @Test
    void pages_that_are_damaged_are_told_at_the_start() throws IOException {
        RunningDaemon daemon = RunningDaemon.in(folder);
        fill(daemon);
        daemon.stop();
        Path database = database(daemon);
        damage(database);
        byte[] damaged = Files.readAllBytes(database);
        assertThatThrownBy(daemon::start)
                .isInstanceOfSatisfying(
                        AudioFixException.class, e -> assertThat(e.remedy()).isEqualTo(Remedy.FIX_FILE))
                .hasMessageContaining("damaged")
                .hasMessageContaining("backup");
        assertThat(database).hasBinaryContent(damaged);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_cannot_be_kept_is_not_accepted(boolean isReplaced) throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            fill(daemon);
            Path database = database(daemon);
            Files.delete(database);
            if (isReplaced) {
                Files.write(database, noise(50_000));
            }
            for (int i = 0; i < 3; i++) {
                RunningDaemon.Answer answer =
                        daemon.imported("/movies", "new.mkv").is(503);
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                assertThat(answer.text("detail")).contains(database.toString(), "removed or replaced");
            }
            daemon.batch(daemon.library().resolve("tv"), "").is(503);
        }
    }

    /** SQLite has pages in memory that nobody can damage. */
    @Test
    void what_is_accepted_into_damaged_pages_is_there_and_the_rest_was_refused() throws IOException {
        try (RunningDaemon daemon = RunningDaemon.in(folder)) {
            fill(daemon);
            Path database = database(daemon);
            damage(database);
            damage(database.resolveSibling("arrtheaudio.db-wal"));
            for (int i = 0; i < 20; i++) {
                RunningDaemon.Answer answer = daemon.imported("/movies", "new" + i + ".mkv");
                if (answer.status() != 503) {
                    daemon.get("/api/v1/jobs/" + jobOf(answer)).is(200);
                }
            }
        }
    }

    private static Path database(RunningDaemon daemon) {
        return daemon.data().resolve("arrtheaudio.db");
    }

    private static void fill(RunningDaemon daemon) {
        List<RunningDaemon.Answer> told = IntStream.range(0, 20)
                .mapToObj(i -> {
                    daemon.film("movies/" + i + ".mkv");
                    return daemon.imported("/movies", i + ".mkv").accepted();
                })
                .toList();
        told.forEach(daemon::endedOf);
    }

    /** The first page stays as it was. */
    private static void damage(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise((int) channel.size() - PAGE)), PAGE);
        }
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
