package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.port.in.ArrAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class LogLinesTest {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger(LogLinesTest.class.getPackageName());

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestServer server = TestServer.locked();

    @BeforeEach
    void listen() {
        log.start();
        OURS.addAppender(log);
        OURS.setLevel(Level.DEBUG);
    }

    @AfterEach
    void end() {
        server.close();
        OURS.setLevel(null);
        OURS.detachAppender(log);
    }

    private List<String> lines(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static String payload(String name) {
        try (InputStream body =
                Objects.requireNonNull(LogLinesTest.class.getResourceAsStream("/payloads/" + name + ".json"), name)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void told(String event) {
        server.post("/webhook/sonarr?apikey=" + KEY, event);
    }

    @Test
    void an_accepted_webhook_is_one_line_with_all_that_one_looks_for() {
        server.calls.answers(call -> new ArrAnswer.Accepted(
                new Webhook(
                        "12",
                        new WebhookCall(call.source(), call.instance(), call.word(), Instant.EPOCH),
                        List.of("40", "41")),
                1,
                3));

        told(payload("sonarr-download-single"));

        assertThat(lines(Level.INFO))
                .containsExactly(
                        "'Download' of 'Lantern Harbor (2023)' of 'Sonarr' at 127.0.0.1: 2 files are queued as"
                                + " webhook 12, jobs that go on at another path: 1, jobs cancelled because their file is gone: 3");
    }

    @Test
    void an_event_of_no_interest_is_told_to_who_wants_every_detail() {
        told("{\"eventType\": \"Grab\"}");

        assertThat(lines(Level.INFO)).isEmpty();
        assertThat(lines(Level.DEBUG))
                .singleElement()
                .asString()
                .startsWith("'Grab' of 'Sonarr' at 127.0.0.1 is ignored: ");
    }

    @Test
    void files_that_are_gone_and_tests_are_one_line_each() {
        server.calls.answers(call -> new ArrAnswer.Noted(2));
        told("{\"eventType\": \"EpisodeFileDelete\", \"episodeFile\": {\"path\": \"/tv/a.mkv\"}}");
        server.calls.answers(call -> new ArrAnswer.Tested(List.of(new ArrAnswer.Mapped("/tv", Path.of("/x"), false))));
        told(payload("sonarr-test"));

        assertThat(lines(Level.INFO))
                .containsExactly(
                        "'EpisodeFileDelete' of 'Sonarr' at 127.0.0.1: nothing to queue, jobs cancelled because their file is"
                                + " gone: 2",
                        "'Test' of 'Sonarr' at 127.0.0.1: webhooks come through; of 1 path mappings 1 lead to no folder");
    }

    @Test
    void what_an_app_calls_things_stays_on_its_line() {
        told("{\"eventType\": \"Grab\\n2026 ERROR forged\", \"instanceName\": \"a\\rb\"}");

        assertThat(lines(Level.DEBUG)).singleElement().asString().contains("'Grab?2026 ERROR forged' of 'a?b'");
    }

    @Test
    void a_wrong_key_is_one_line_a_client_and_minute() {
        for (int i = 0; i < 20; i++) {
            server.get("/api/v1/jobs?apikey=" + KEY + "x");
        }
        server.clock.advance(Duration.ofMinutes(1));
        server.get("/health");

        assertThat(lines(Level.WARN))
                .containsExactly(
                        "wrong key at 127.0.0.1 asked for an address where nothing is: refused",
                        "nobody at 127.0.0.1 asked for an address where nothing is: refused");
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(KEY));
    }
}
