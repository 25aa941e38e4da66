package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too long, too slow, too deep or odd, with the right key; afterwards the daemon works as before. */
class HostileRequestsTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path folder;

    private static RunningDaemon daemon;

    @BeforeAll
    static void begin() {
        daemon = RunningDaemon.in(folder);
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    @AfterEach
    void it_works_as_before() {
        daemon.film("movies/after.mkv");
        assertThat(daemon.endedOf(daemon.imported("/movies", "after.mkv")))
                .extracting(RunningDaemon::result)
                .containsExactly("changed");
    }

    private static RawCall posting(String path, String... headers) {
        String[] all = new String[headers.length + 1];
        all[0] = "Content-Type: application/json";
        System.arraycopy(headers, 0, all, 1, headers.length);
        return RawCall.to(daemon).head("POST " + path + " HTTP/1.1", all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook/sonarr", "/api/v1/batch", "/webhook/test"})
    void a_body_that_is_announced_as_too_long_is_not_waited_for(String path) {
        for (long bytes : List.of(10L * MEGABYTE, 300L * MEGABYTE, Long.MAX_VALUE)) {
            try (RawCall call = posting(path, "Content-Length: " + bytes)) {
                assertThat(call.status()).isEqualTo(413);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 300})
    void a_long_body_that_nobody_announced_is_not_read_to_its_end(int megabytes) {
        CompletableFuture<Integer> attack = CompletableFuture.supplyAsync(() -> {
            try (RawCall call = posting("/webhook/sonarr", "Transfer-Encoding: chunked")) {
                String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
                int sent = 0;
                while (sent < megabytes * 16 && !call.isAnswered() && call.tryText(chunk)) {
                    sent++;
                }
                assertThat(call.status()).isEqualTo(413);
                return sent / 16;
            }
        });
        Bystander.isServedBy(daemon);
        assertThat(attack.join()).as("megabytes that were sent").isLessThan(10);
    }

    /** A few bytes a second, of bodies that are never whole: two hundred at once. */
    @Test
    void slow_bodies_are_not_waited_for_and_hold_nobody_up() {
        List<RawCall> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            slow.add(posting("/webhook/sonarr", "Content-Length: 100000"));
        }
        RunningDaemon.await("all are answered", () -> {
            slow.forEach(call -> call.tryText(" "));
            Bystander.isServedBy(daemon);
            return slow.stream().allMatch(RawCall::isAnswered);
        });
        assertThat(slow).allSatisfy(call -> assertThat(call.status()).isEqualTo(408));
        slow.forEach(RawCall::close);
    }

    @ParameterizedTest
    @CsvSource({"/webhook/sonarr, 400", "/webhook/hook, 400", "/api/v1/batch, 400", "/api/v1/inspect, 400"})
    void deep_json_is_refused(String path, int status) {
        for (String level : List.of("[", "{\"a\":")) {
            RunningDaemon.Answer answer = daemon.post(path, level.repeat(100_000));
            assertThat(answer.is(status).text("detail")).contains("32 levels");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook/sonarr", "/webhook/radarr", "/api/v1/batch", "/api/v1/inspect"})
    void what_is_not_said_to_be_json_is_refused(String path) {
        for (String type :
                List.of("text/plain", "text/json", "application/xml", "multipart/form-data; boundary=x", "?")) {
            RunningDaemon.Answer answer = daemon.send(daemon.request(path)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(RunningDaemon.importOf("/movies", "after.mkv"))));
            assertThat(answer.is(415).text("detail")).contains("application/json");
        }
        try (RawCall call = RawCall.to(daemon).head("POST " + path + " HTTP/1.1", "Content-Length: 2")) {
            assertThat(call.text("{}").status()).isEqualTo(415);
        }
    }

    @Test
    void ten_thousand_bytes_of_headers_are_refused() {
        for (String header : List.of("X-Api-Key: " + "x".repeat(10_000), "X: y\r\n".repeat(1_667) + "X: y")) {
            try (RawCall call = RawCall.to(daemon).head("GET /api/v1/queue HTTP/1.1", header)) {
                assertThat(call.status()).isEqualTo(431);
            }
        }
        try (RawCall call = RawCall.to(daemon).head("GET /api/v1/queue?" + "x".repeat(10_000) + " HTTP/1.1")) {
            assertThat(call.status()).isEqualTo(414);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, 405",
        "TRACE, 405",
        "CONNECT, 400",
        "PROPFIND, 405",
        "DROP, 405",
        "get, 405",
        "OPTIONS, 405",
        "DELETE, 405"
    })
    void odd_verbs_do_nothing(String verb, int status) {
        try (RawCall call = RawCall.to(daemon).head(verb + " /api/v1/queue HTTP/1.1")) {
            assertThat(call.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u0002",
                "GET",
                "GET / HTTP/9.9",
                "GET /\u00ff HTTP/1.1\r\nHost: a",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "POST /webhook/sonarr HTTP/1.1\r\nHost: a\r\nContent-Length: -1",
                "POST /webhook/sonarr HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3",
                "POST /webhook/sonarr HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked"
            })
    void what_is_not_http_is_refused(String request) {
        try (RawCall call = RawCall.to(daemon)) {
            assertThat(call.text(request + "\r\n\r\n").status()).isBetween(400, 505);
        }
    }
}
