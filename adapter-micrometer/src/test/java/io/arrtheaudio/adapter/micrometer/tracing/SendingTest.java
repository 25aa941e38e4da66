package io.arrtheaudio.adapter.micrometer.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Span;
import io.opentelemetry.api.GlobalOpenTelemetry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendingTest {

    private static final Duration IN_TIME = Duration.ofSeconds(4); // two, and a machine that is busy

    private Collector collector;

    @BeforeEach
    void start() throws IOException {
        collector = new Collector();
    }

    @AfterEach
    void end() {
        collector.close();
    }

    private static void job(Traces traces, String id) {
        try (Span job = traces.begin(Doing.JOB, id)) {
            job.failed("no room");
        }
    }

    @Test
    void spans_reach_the_collector_with_the_headers_that_it_asks_for() throws Exception {
        try (Traces traces = Traces.open(collector.settings(), "1.2.3")) {
            job(traces, "job-7");

            Collector.Received sent = collector.next();
            assertThat(sent.path()).isEqualTo("/v1/traces");
            assertThat(sent.type()).isEqualTo("application/x-protobuf");
            assertThat(sent.authorization()).isEqualTo("Basic c2VjcmV0");
            assertThat(sent.body()).contains("job", "job-7", "no room", "arrtheaudio", "1.2.3");
        }
    }

    @Test
    void what_has_just_ended_is_sent_at_the_end() throws Exception {
        try (Traces traces = Traces.open(collector.settings(), "1.2.3")) {
            job(traces, "the-last-one");
        }

        assertThat(collector.next().body()).contains("the-last-one");
    }

    @ParameterizedTest
    @EnumSource(Collector.Answering.class)
    void nobody_waits_for_the_collector_and_no_thread_is_left(Collector.Answering answering) throws Exception {
        collector.answering = answering;
        Traces traces = Traces.open(collector.settings(), "1.2.3");
        job(traces, "first");
        collector.next();

        Instant begin = Instant.now();
        for (int i = 0; i < 10_000; i++) {
            job(traces, "another");
        }
        Duration work = Duration.between(begin, Instant.now());
        begin = Instant.now();
        traces.close();

        assertThat(work).isLessThan(IN_TIME);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void a_collector_that_refuses_takes_spans_again_later() throws Exception {
        collector.status = 500;
        try (Traces traces = Traces.open(collector.settings(), "1.2.3")) {
            job(traces, "lost");
            assertThat(collector.next().body()).contains("lost");
            collector.status = 200;
            job(traces, "found");
            assertThat(collector.next().body()).contains("found").doesNotContain("lost");
        }
    }

    @Test
    void a_collector_that_is_not_there_costs_nothing_but_the_spans() {
        TracingSettings nowhere = new TracingSettings(URI.create("http://127.0.0.1:9"), 1, Map.of());
        Instant begin = Instant.now();

        try (Traces traces = Traces.open(nowhere, "1.2.3")) {
            job(traces, "lost");
        }

        assertThat(Duration.between(begin, Instant.now())).isLessThan(IN_TIME);
        assertThat(threadsLeft()).isEmpty();
    }

    @Test
    void several_send_each_its_own() throws Exception {
        try (Collector other = new Collector();
                Traces one = Traces.open(collector.settings(), "1.2.3");
                Traces two = Traces.open(other.settings(), "1.2.3")) {
            job(one, "of-one");
            job(two, "of-two");

            assertThat(collector.next().body()).contains("of-one").doesNotContain("of-two");
            assertThat(other.next().body()).contains("of-two").doesNotContain("of-one");
        }
    }

    @Test
    void the_program_around_may_still_choose_an_opentelemetry_of_its_own() throws Exception {
        try (Traces traces = Traces.open(collector.settings(), "1.2.3")) {
            job(traces, "first");
            collector.next();
        }

        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
    }

    @Test
    void ending_twice_is_fine_and_spans_after_the_end_are_nobodys() {
        Traces traces = Traces.open(collector.settings(), "1.2.3");
        traces.close();

        job(traces, "late");
        traces.close();

        assertThat(collector.received).isEmpty();
    }

    /** Those that send, once those that are about to end have done so. */
    private static List<String> threadsLeft() {
        Instant end = Instant.now().plusSeconds(1); // shorter than the period, at whose end it would end by itself
        List<String> left = sending();
        while (!left.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(10_000_000);
            left = sending();
        }
        return left;
    }

    private static List<String> sending() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("tracing-")
                        || name.startsWith("BatchSpanProcessor")
                        || name.startsWith("HttpClient"))
                .toList();
    }
}
