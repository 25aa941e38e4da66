package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon that is stopped while somebody in TMDB's place says nothing. */
class SlowLookupTest {

    @TempDir
    private Path folder;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer tmdb;

    @BeforeEach
    void say_nothing() throws IOException {
        tmdb = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        tmdb.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (!path.equals("/3/configuration")) { // as the look at the daemon's health asks
                asked.add(path);
                arrived.countDown();
            }
            // and the exchange is left open
        });
        tmdb.start();
    }

    @AfterEach
    void end() {
        tmdb.stop(0);
    }

    @Test
    void does_not_wait_for_the_answer_leaves_the_file_alone_and_gives_the_job_back() throws Exception {
        String id;
        Path film;
        byte[] before;
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "tmdb: {api_key: 0123456789abcdef0123456789abcdef, base_url: 'http://localhost:"
                        + tmdb.getAddress().getPort() + "/3', timeout: 60s, lookup_timeout: 60s}",
                "libraries: [" + folder.resolve("library") + "]")) {
            film = daemon.film("movies/Film (1999) {tmdb-603}/Film (1999).mkv");
            before = Files.readAllBytes(film);
            JsonNode taken = daemon.post("/api/v1/batch", "{\"path\": \"" + film.getParent() + "\"}")
                    .is(202)
                    .json();
            assertThat(taken.path("batch_id").asText()).isNotEmpty();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            id = daemon.get("/api/v1/jobs")
                    .is(200)
                    .json()
                    .path("jobs")
                    .path(0)
                    .path("job_id")
                    .asText();

            long start = System.nanoTime();
            daemon.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        }
        assertThat(asked).containsExactly("/3/movie/603");
        assertThat(Files.readAllBytes(film)).isEqualTo(before);

        try (RunningDaemon again = RunningDaemon.in(folder)) {
            JsonNode job = again.ended(id);
            assertThat(job.path("status").asText()).isEqualTo("completed");
        }
    }
}
