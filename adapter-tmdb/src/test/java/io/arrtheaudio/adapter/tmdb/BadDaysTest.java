package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDaysTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TmdbStub stub;

    @BeforeAll
    void start() throws IOException {
        stub = new TmdbStub();
    }

    @AfterAll
    void end() {
        stub.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void hushAgain() {
        root.detachAppender(log);
        root.setLevel(usual);
    }

    List<Fault> faults() {
        return Fault.all(stub);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ends_in_one_readable_line_and_a_remedy_after_as_many_tries_as_make_sense(Fault fault) {
        int before = stub.asked().size();
        AudioFixException failure = failure(fault, Samples.KEY);

        assertThat(failure.remedy()).isEqualTo(fault.remedy());
        assertThat(failure)
                .hasMessageStartingWith("asked TMDB at ")
                .hasMessageContaining(" for film 129: ")
                .hasMessageContaining(fault.found())
                .hasMessageNotContaining("ConnectException")
                .hasMessageNotContaining("\n");
        assertThat(stub.asked()).hasSize(before + fault.requests());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_key_is_nowhere_to_be_read(Fault fault) {
        for (String key : List.of(Samples.KEY, Samples.TOKEN, "a+secret/with=signs%&?#")) {
            AudioFixException failure = failure(fault, key);

            assertThat(traces(failure) + logged()).doesNotContainIgnoringCase(key, encoded(key));
        }
        assertThat(log.list).as("something is logged at all").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_probe_has_a_finding_and_a_remedy_for_it(Fault fault) {
        TmdbSettings settings = fault.settings().apply(Samples.quick(stub.url()));
        stub.onAll(fault.reply());

        assertThat(new TmdbProbe(settings).examine()).singleElement().satisfies(finding -> {
            assertThat(finding.level().name()).isEqualTo(fault.remedy() == Remedy.FIX_SETTINGS ? "PROBLEM" : "WARNING");
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.toString()).contains(fault.found()).doesNotContain(Samples.KEY);
        });
    }

    private AudioFixException failure(Fault fault, String key) {
        stub.onAll(fault.reply());
        TmdbSettings settings = Samples.withKey(fault.settings().apply(Samples.quick(stub.url())), key);
        try (TmdbOriginalLanguages languages = new TmdbOriginalLanguages(settings)) {
            return catchThrowableOfType(AudioFixException.class, () -> languages.of(Samples.SPIRITED_AWAY));
        }
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getThreadName() + event.getLoggerName() + event.getFormattedMessage())
                .collect(Collectors.joining("\n"));
    }

    private static String traces(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
