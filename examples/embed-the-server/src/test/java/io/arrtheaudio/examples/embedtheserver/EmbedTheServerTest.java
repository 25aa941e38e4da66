package io.arrtheaudio.examples.embedtheserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.launcher.server.Daemon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbedTheServerTest {

    private static final String IMPORTED = """
            {"eventType": "Download", "movie": {"title": "A Film", "year": 2001, "folderPath": "%s"},
             "movieFile": {"relativePath": "film.mkv"}}""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path library;
    private Path film;

    @BeforeEach
    void lay_out_a_film() throws IOException {
        library = folder.resolve("library");
        film = Files.createDirectories(library.resolve("A Film (2001)")).resolve("film.mkv");
        Files.write(film, withDefault(1));
    }

    @Test
    void a_film_that_radarr_imports_is_made_right() throws Exception {
        try (Daemon daemon = EmbedTheServer.start(folder.resolve("data"), library)) {
            assertThat(client.send(to(daemon, "/health/live").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);

            HttpResponse<String> answer = client.send(
                    to(daemon, "/webhook/radarr")
                            .header("Content-Type", "application/json")
                            .header("X-Api-Key", daemon.key())
                            .POST(BodyPublishers.ofString(IMPORTED.formatted(film.getParent())))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            while (!isChanged()) {
                LockSupport.parkNanos(1_000_000); // a daemon and its caller meet at no latch
            }
        }
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(2));
    }

    @Test
    void who_shows_no_key_gets_nothing_done() throws Exception {
        try (Daemon daemon = EmbedTheServer.start(folder.resolve("data"), library)) {
            HttpRequest request = to(daemon, "/webhook/radarr")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(IMPORTED.formatted(film.getParent())))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(1));
    }

    @Test
    void two_of_them_find_ports_of_their_own_and_when_they_are_closed_nobody_listens_and_no_thread_is_left()
            throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        URI address;
        try (Daemon one = EmbedTheServer.start(folder.resolve("data"), library);
                Daemon other = EmbedTheServer.start(folder.resolve("other data"), library)) {
            address = one.address();
            assertThat(one.port()).isPositive().isNotEqualTo(other.port());
            assertThat(address).hasPort(one.port()).hasHost("127.0.0.1");
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .filteredOn(name -> !name.startsWith("HttpClient-")) // the caller's own
                .isEmpty();
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()));
    }

    @Test
    void no_log_is_brought_along() {
        for (String type : Set.of("ch.qos.logback.classic.Logger", "ch.qos.logback.core.Context")) {
            assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(type));
        }
    }

    @Test
    void the_program_serves_until_enter_is_pressed() throws IOException {
        InputStream keyboard = System.in;
        PrintStream screen = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream(new byte[] {'\n'}));
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            EmbedTheServer.main(new String[] {folder.resolve("data").toString(), library.toString()});
        } finally {
            System.setIn(keyboard);
            System.setOut(screen);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("Radarr: http://127.0.0.1:[1-9][0-9]+/webhook/radarr")
                .contains(folder.resolve("data").toString());
    }

    private static HttpRequest.Builder to(Daemon daemon, String path) {
        return HttpRequest.newBuilder(daemon.address().resolve(path));
    }

    private boolean isChanged() throws IOException {
        return Arrays.equals(Files.readAllBytes(film), withDefault(2));
    }

    private static byte[] withDefault(int track) {
        return TinyMatroska.with(Tracks.three(track)).toBytes();
    }
}
