package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.http.HandlerType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class NoKeyInTheLogTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
        ROOT.setLevel(Level.INFO);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.setLevel(Level.WARN);
        ROOT.detachAppender(log);
    }

    @Test
    void whatever_goes_wrong_no_key_is_logged() {
        Route breaks = TestServer.route(HandlerType.GET, "/breaks", context -> {
            throw new IllegalStateException("seeded");
        });
        Route breaksBadly = TestServer.route(HandlerType.GET, "/breaks-badly", context -> {
            throw new StackOverflowError("seeded");
        });
        try (TestServer server = TestServer.locked(breaks, breaksBadly)) {
            server.get("/breaks?apikey=" + KEY);
            server.get("/breaks-badly?apikey=" + KEY);
            server.get("/nowhere?apikey=" + KEY, WITH_KEY);
            server.get("/breaks?apikey=" + KEY + "x", "X-Api-Key", KEY + "x");
            server.post("/webhook/sonarr?apikey=" + KEY, "nonsense");
            try (Wire wire = server.wire()) {
                wire.lines("GET /%zz?apikey=" + KEY + " HTTP/1.1", "Host: a", "Connection: close")
                        .answer();
            }
        }

        List<String> lines = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        assertThat(lines).anyMatch(line -> line.contains("GET /breaks failed"));
        assertThat(lines).noneMatch(line -> line.contains(KEY));
    }
}
