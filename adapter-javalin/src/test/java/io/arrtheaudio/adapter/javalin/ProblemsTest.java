package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@Timeout(30)
class ProblemsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Problems.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Exception thrown = new IllegalStateException("nothing seeded");
    private final TestServer server = TestServer.locked(TestServer.route(HandlerType.GET, "/breaks", context -> {
        context.header("X-Half", "done").result("half");
        throw thrown;
    }));

    @BeforeEach
    void listen() {
        log.start();
        LOG.addAppender(log);
        LOG.setAdditive(false);
    }

    @AfterEach
    void end() {
        server.close();
        LOG.detachAppender(log);
        LOG.setAdditive(true);
    }

    static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(new AudioFixException(Remedy.RETRY_LATER, "the disk is full"), 503, "30"),
                Arguments.of(new AudioFixException(Remedy.FIX_FILE, "no Tracks in a.mkv"), 422, ""),
                Arguments.of(new AudioFixException(Remedy.FIX_SETTINGS, "line 3 of the settings"), 409, ""),
                Arguments.of(Refusal.notFound("there is no job 7"), 404, ""),
                Arguments.of(Refusal.later(503, "the queue is full", 7), 503, "7"),
                Arguments.of(new NotFoundResponse("no such thing"), 404, ""));
    }

    @ParameterizedTest
    @MethodSource("told")
    void who_can_mend_it_is_told_what(Exception seeded, int status, String retryAfter) {
        thrown = seeded;

        Answer answer = server.get("/breaks", WITH_KEY);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.text("detail")).isEqualTo(seeded.getMessage());
        assertThat(answer.header("retry-after")).isEqualTo(retryAfter);
        assertThat(log.list).noneMatch(event -> event.getLevel() == Level.ERROR);
    }

    static Stream<Exception> ours() {
        return Stream.of(
                new AudioFixException(Remedy.REPORT_BUG, "a secret of ours"),
                new IllegalStateException("a secret of ours"),
                new IOException("a secret of ours", new SecurityException("deeper")));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void what_only_we_can_mend_is_logged_and_told_to_nobody(Exception seeded) {
        thrown = seeded;

        Answer answer = server.get("/breaks?apikey=hunter2", WITH_KEY);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
                .contains("the log says what")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("half");
        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getFormattedMessage()).isEqualTo("GET /breaks failed");
            assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a secret of ours");
        });
    }

    @Test
    void the_server_goes_on() {
        server.get("/breaks", WITH_KEY);

        assertThat(server.get("/breaks", WITH_KEY).status()).isEqualTo(500);
        assertThat(log.list).hasSize(2);
    }
}
