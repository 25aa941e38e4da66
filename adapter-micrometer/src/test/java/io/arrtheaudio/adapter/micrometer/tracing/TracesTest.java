package io.arrtheaudio.adapter.micrometer.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.kit.TelemetryContract;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest extends TelemetryContract {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String NO_SPAN = "0".repeat(16);

    private final KeptSpans kept = new KeptSpans();
    private final Traces traces = kept.traces(1);

    @Override
    protected Telemetry telemetry() {
        return traces;
    }

    @AfterEach
    void end() {
        traces.close();
    }

    private static String tag(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }

    @Test
    void what_is_begun_meanwhile_belongs_to_what_was_begun_before() {
        Span job = traces.begin(Doing.JOB, "7");
        traces.during(Doing.CHOOSE, "/tv/a.mkv", () -> traces.during(Doing.LOOKUP, "tvdb 1", () -> ""));
        job.close();
        traces.begin(Doing.JOB, "8").close();

        SpanData first = kept.all().get(2);
        assertThat(kept.all()).extracting(SpanData::getName).containsExactly("lookup", "choose", "job", "job");
        assertThat(first.getParentSpanId()).isEqualTo(NO_SPAN);
        assertThat(kept.only("choose").getParentSpanId()).isEqualTo(first.getSpanId());
        assertThat(kept.only("lookup").getParentSpanId())
                .isEqualTo(kept.only("choose").getSpanId());
        assertThat(kept.all().get(3).getTraceId()).isNotEqualTo(first.getTraceId());
    }

    @Test
    void each_tells_what_it_is_and_what_it_is_done_to() {
        traces.begin(Doing.JOB, "7").close();
        traces.begin(Doing.WRITE, "/tv/a.mkv").close();
        traces.begin(Doing.LOOKUP, "tvdb 1").close();

        assertThat(tag(kept.only("job"), "job_id")).isEqualTo("7");
        assertThat(tag(kept.only("write"), "file")).isEqualTo("/tv/a.mkv");
        assertThat(tag(kept.only("lookup"), "title")).isEqualTo("tvdb 1");
        assertThat(kept.all())
                .extracting(SpanData::getKind)
                .containsExactly(SpanKind.CONSUMER, SpanKind.INTERNAL, SpanKind.CLIENT);
        assertThat(kept.only("job").getResource().getAttribute(AttributeKey.stringKey("service.name")))
                .isEqualTo("arrtheaudio");
        assertThat(kept.only("job").getResource().getAttribute(AttributeKey.stringKey("service.version")))
                .isEqualTo("1.2.3");
    }

    @Test
    void what_breaks_is_told_as_an_error_with_its_reason() {
        assertThatThrownBy(() -> traces.during(Doing.WRITE, "/tv/a.mkv", () -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");

        SpanData write = kept.only("write");
        assertThat(write.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(write.getStatus().getDescription()).isEqualTo("no room");
    }

    @Test
    void a_job_belongs_to_the_request_that_asked_for_it_also_in_another_run() {
        traces.request("POST", "/webhook/radarr", TRACE, "").answered(202);
        KeptSpans later = new KeptSpans();
        try (Traces nextRun = later.traces(1)) {
            nextRun.begin(Doing.JOB, "7", TRACE).close();
        }

        SpanData request = kept.only("POST /webhook/radarr");
        assertThat(request.getTraceId()).isEqualTo(TRACE);
        assertThat(request.getParentSpanId()).isEqualTo(NO_SPAN);
        assertThat(later.only("job").getTraceId()).isEqualTo(TRACE);
        assertThat(later.only("job").getParentSpanId()).isEqualTo(request.getSpanId());
    }

    @Test
    void a_request_that_is_part_of_a_trace_joins_it_and_so_do_its_jobs() {
        String span = "00f067aa0ba902b7";

        traces.request("POST", "/webhook/radarr", TRACE, "00-" + TRACE + "-" + span + "-01")
                .answered(202);
        traces.begin(Doing.JOB, "7", TRACE).close();

        assertThat(kept.all()).extracting(SpanData::getTraceId).containsExactly(TRACE, TRACE);
        assertThat(kept.only("POST /webhook/radarr").getParentSpanId()).isEqualTo(span);
    }

    @Test
    void a_request_that_is_called_by_another_trace_stays_with_its_jobs() {
        String other = "0af7651916cd43dd8448eb211c80319c";

        traces.request("POST", "/webhook/radarr", TRACE, "00-" + other + "-00f067aa0ba902b7-01")
                .answered(202);
        traces.request("GET", "/docs", "import-7", "00-" + other + "-00f067aa0ba902b7-01")
                .answered(200);

        assertThat(kept.only("POST /webhook/radarr").getTraceId()).isEqualTo(TRACE);
        assertThat(kept.only("GET /docs").getTraceId()).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-7", "4BF92F3577B34DA6A3CE929D0E0E4736", "00000000000000000000000000000000", "a b"})
    void an_id_that_cannot_name_a_trace_is_told_by_request_and_job(String id) {
        traces.request("POST", "/webhook/radarr", id, "").answered(202);
        traces.begin(Doing.JOB, "7", id).close();

        assertThat(kept.all()).extracting(span -> tag(span, "correlation_id")).containsExactly(id, id);
        assertThat(kept.all()).extracting(SpanData::getTraceId).doesNotHaveDuplicates();
        assertThat(kept.all()).extracting(SpanData::getParentSpanId).containsOnly(NO_SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void what_is_no_place_in_a_trace_is_passed_over(String parent) {
        traces.request("GET", "/docs", "import-7", parent).answered(200);

        assertThat(kept.only("GET /docs").getParentSpanId()).isEqualTo(NO_SPAN);
    }

    @Test
    void a_request_tells_its_route_and_how_it_was_answered() {
        traces.request("GET", "/api/v1/jobs/{id}", "a", "").answered(404);
        traces.request("GET", "", "b", "").answered(500);

        SpanData found = kept.only("GET /api/v1/jobs/{id}");
        assertThat(tag(found, "http.request.method")).isEqualTo("GET");
        assertThat(tag(found, "http.route")).isEqualTo("/api/v1/jobs/{id}");
        assertThat(found.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(404);
        assertThat(found.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(found.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
        assertThat(kept.only("GET").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void the_parts_of_a_trace_are_sent_together_or_not_at_all() {
        Random random = new Random(7);
        KeptSpans some = new KeptSpans();
        try (Traces half = some.traces(0.5)) {
            for (int i = 0; i < 400; i++) {
                byte[] bytes = new byte[16];
                random.nextBytes(bytes);
                String trace = HexFormat.of().formatHex(bytes);
                half.request("POST", "/webhook/radarr", trace, "").answered(202);
                half.during(Doing.JOB, "" + i, () -> "");
                half.begin(Doing.JOB, "" + i, trace).close();
            }
        }

        assertThat(some.all().stream().filter(span -> span.getName().startsWith("POST")))
                .hasSizeBetween(140, 260)
                .allSatisfy(request -> assertThat(some.all())
                        .filteredOn(span -> span.getTraceId().equals(request.getTraceId()))
                        .hasSize(2));
    }

    @Test
    void nothing_is_sent_of_a_sample_of_none() {
        KeptSpans none = new KeptSpans();
        try (Traces traces = none.traces(0)) {
            IntStream.range(0, 50).forEach(i -> traces.begin(Doing.JOB, "" + i).close());
        }

        assertThat(none.all()).isEmpty();
    }

    @Test
    void a_trace_whose_name_ends_in_zeros_has_a_first_span_all_the_same() {
        String trace = "4bf92f3577b34da6" + NO_SPAN;

        traces.request("POST", "/webhook/radarr", trace, "").answered(202);
        traces.begin(Doing.JOB, "7", trace).close();

        assertThat(kept.only("job").getParentSpanId())
                .isEqualTo(kept.only("POST /webhook/radarr").getSpanId());
    }
}
