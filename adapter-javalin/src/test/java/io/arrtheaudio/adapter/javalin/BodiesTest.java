package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings.Bounds;
import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BodiesTest {

    private static final Route ECHO = TestServer.echo(HandlerType.POST, "/echo");
    private static final int MEBIBYTE = 1 << 20;

    private TestServer server = TestServer.locked(ECHO);

    @AfterEach
    void end() {
        server.close();
    }

    private void restart(Bounds bounds) {
        server.close();
        server = new TestServer(TestServer.lockedSettings().with(bounds), ECHO);
    }

    private Wire posting(String... headers) {
        return server.wire()
                .lines(TestServer.with(
                        new String[] {
                            "POST /echo HTTP/1.1", "Host: a", "X-Api-Key: " + KEY, "Content-Type: application/json"
                        },
                        headers));
    }

    @Test
    void a_body_of_the_greatest_length_comes_through() {
        String body = "x".repeat(MEBIBYTE);

        Answer answer = server.post("/echo", body, WITH_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void a_body_in_pieces_comes_through() {
        try (Wire wire = posting("Transfer-Encoding: chunked", "Connection: close")) {
            wire.text("3\r\nabc\r\n").text("2\r\nde\r\n").text("0\r\n\r\n");

            assertThat(wire.answer().body()).isEqualTo("abcde");
        }
    }

    @Test
    void a_client_that_waits_for_leave_to_send_gets_it() {
        try (Wire wire = posting("Content-Length: 3", "Expect: 100-continue", "Connection: close")) {
            while (!wire.hasAnswer()) {
                Thread.onSpinWait();
            }
            wire.text("abc");

            assertThat(wire.answer().body()).endsWith("abc");
        }
    }

    @Test
    void a_body_that_is_said_to_be_too_long_is_not_waited_for() {
        try (Wire wire = posting("Content-Length: 314572800")) {
            Answer answer = wire.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(answer.text("detail")).contains("1048576");
        }
    }

    @Test
    void a_body_that_turns_out_too_long_is_not_read_on() {
        try (Wire wire = posting("Transfer-Encoding: chunked")) {
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 16; i++) {
                wire.text(chunk);
            }
            wire.text("1\r\nx\r\n");

            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void ten_megabytes_are_refused() {
        try (Wire wire = posting("Content-Length: 10485760")) {
            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void a_body_that_drips_is_not_waited_for() {
        try (Wire wire = posting("Content-Length: 1000")) {
            assertThat(secondsUntilAnswered(wire)).isBetween(3, 10);

            Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.text("detail")).contains("500 bytes").contains("30 seconds");
        }
    }

    /** One byte a second. */
    private int secondsUntilAnswered(Wire wire) {
        int seconds = 0;
        while (!wire.hasAnswer()) {
            assertThat(seconds).isLessThan(60);
            wire.text("x");
            server.clock.advance(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    @Test
    void a_body_that_is_never_whole_is_not_waited_for() {
        restart(new Bounds(MEBIBYTE, Duration.ofSeconds(30), 1, 8_192, Duration.ofSeconds(30), Events.DEFAULT));

        try (Wire wire = posting("Content-Length: 1000000")) {
            int seconds = 0;
            while (!wire.hasAnswer()) {
                assertThat(seconds).isLessThan(120);
                wire.text("x".repeat(100));
                server.clock.advance(Duration.ofSeconds(1));
                seconds++;
            }

            assertThat(seconds).isBetween(30, 60);
            assertThat(wire.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for_longer_than_a_connection_may_be_silent() {
        restart(new Bounds(MEBIBYTE, Duration.ofSeconds(30), 500, 8_192, Duration.ofMillis(200), Events.DEFAULT));

        try (Wire wire = posting("Content-Length: 1000")) {
            Answer answer = wire.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
        }
    }

    @Test
    void slow_bodies_hold_no_thread() {
        server.close();
        server = new TestServer(TestServer.lockedSettings().with(new HttpSettings.Capacity(6, 200)), ECHO);
        Wire[] slow = new Wire[50];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = posting("Content-Length: 1000").text("x");
        }

        assertThat(server.post("/echo", "{}", WITH_KEY).status()).isEqualTo(200);

        for (Wire wire : slow) {
            wire.close();
        }
    }

    @Test
    void nothing_is_read_from_who_has_no_key() {
        try (Wire wire = server.wire()
                .lines(
                        "POST /echo HTTP/1.1",
                        "Host: a",
                        "Content-Type: application/json",
                        "Content-Length: 1000",
                        "Connection: close")) {
            assertThat(wire.answer().status()).isEqualTo(401);
        }
    }

    @Test
    void strangers_share_a_small_part_of_the_memory() {
        restart(new Bounds(1_000, Duration.ofSeconds(30), 500, 8_192, Duration.ofSeconds(30), Events.DEFAULT));
        List<Wire> strangers =
                Stream.generate(() -> signing().text("x".repeat(990))).limit(17).toList();

        Answer answer = firstToBeAnswered(strangers).answer();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(server.post("/echo", "{}", WITH_KEY).status()).isEqualTo(200);
        strangers.forEach(Wire::close);
        assertThat(statusOfStranger()).isEqualTo(401);
    }

    /** As soon as the memory of those who hung up is free again. */
    private int statusOfStranger() {
        int status = 503;
        while (status == 503) {
            try (Wire wire = signing("Connection: close").text("x".repeat(1_000))) {
                status = wire.answer().status();
            }
        }
        return status;
    }

    private static Wire firstToBeAnswered(List<Wire> wires) {
        while (true) {
            for (Wire wire : wires) {
                if (wire.hasAnswer()) {
                    return wire;
                }
            }
        }
    }

    private Wire signing(String... headers) {
        return server.wire()
                .lines(TestServer.with(
                        new String[] {
                            "POST /webhook/sonarr HTTP/1.1",
                            "Host: a",
                            "Content-Type: application/json",
                            "X-Webhook-Signature: " + "ab".repeat(32),
                            "Content-Length: 1000"
                        },
                        headers));
    }

    @Test
    void deep_json_is_refused() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        Answer answer = server.post("/webhook/sonarr", deep, WITH_KEY);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("32 levels");
    }

    @Test
    void a_client_that_hangs_up_in_the_middle_does_no_harm() {
        try (Wire wire = posting("Content-Length: 1000")) {
            wire.text("x");
        }

        assertThat(server.post("/echo", "{}", WITH_KEY).status()).isEqualTo(200);
    }
}
