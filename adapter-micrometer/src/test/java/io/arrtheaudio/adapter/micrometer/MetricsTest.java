package io.arrtheaudio.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.SampleHappenings;
import io.arrtheaudio.kit.TelemetryContract;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.Answer;
import io.arrtheaudio.port.out.Happening.Circuit;
import io.arrtheaudio.port.out.Happening.Component;
import io.arrtheaudio.port.out.Happening.FileKind;
import io.arrtheaudio.port.out.Happening.Restraint;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest extends TelemetryContract {

    private final Metrics metrics = Metrics.open("1.2.3");

    @AfterEach
    void end() {
        metrics.close();
    }

    @Override
    protected Telemetry telemetry() {
        return metrics;
    }

    private Figures figures() {
        return Figures.of(metrics.page("").text());
    }

    /** What a happening changes, apart from figures of the machine. */
    private Map<String, Double> changes(Runnable happening) {
        Figures before = figures();
        happening.run();
        Map<String, Double> changes = before.changes(figures());
        changes.keySet().removeIf(name -> !name.startsWith("arrtheaudio_"));
        return changes;
    }

    private Map<String, Double> changes(Happening happening) {
        return changes(() -> metrics.happened(happening));
    }

    // what there is from the start

    @Test
    void every_series_that_can_be_known_is_there_at_zero() {
        assertThat(figures().series())
                .containsEntry("arrtheaudio_files_processed_total{container_type=\"mkv\",status=\"changed\"}", 0.0)
                .containsEntry(
                        "arrtheaudio_files_processed_total{container_type=\"mp4\",status=\"already_correct\"}", 0.0)
                .containsEntry("arrtheaudio_files_processed_total{container_type=\"other\",status=\"failed\"}", 0.0)
                .containsEntry("arrtheaudio_file_processing_duration_seconds_count{container_type=\"mp4\"}", 0.0)
                .containsEntry("arrtheaudio_jobs_total{status=\"completed\"}", 0.0)
                .containsEntry("arrtheaudio_jobs_total{status=\"failed\"}", 0.0)
                .containsEntry("arrtheaudio_jobs_total{status=\"cancelled\"}", 0.0)
                .containsEntry("arrtheaudio_tmdb_api_requests_total{status=\"answered\"}", 0.0)
                .containsEntry("arrtheaudio_tmdb_cache_hits_total", 0.0)
                .containsEntry("arrtheaudio_tmdb_cache_misses_total", 0.0)
                .containsEntry("arrtheaudio_tmdb_spared_requests_total{reason=\"pace\"}", 0.0)
                .containsEntry("arrtheaudio_errors_total{component=\"files\",type=\"fix_file\"}", 0.0)
                .containsEntry("arrtheaudio_retries_total{component=\"queue\"}", 0.0)
                .containsEntry("arrtheaudio_undos_total{status=\"undone\"}", 0.0)
                .containsEntry("arrtheaudio_hardlink_copies_total", 0.0)
                .containsEntry("arrtheaudio_hardlink_copied_bytes_total", 0.0)
                .containsEntry("arrtheaudio_http_rate_limited_requests_total", 0.0);
    }

    @Test
    void whatever_happens_makes_no_new_series() {
        Figures before = figures();

        SampleHappenings.all().forEach(metrics::happened);

        assertThat(figures().series().keySet().stream().filter(name -> name.startsWith("arrtheaudio_")))
                .allMatch(before.series()::containsKey);
    }

    @Test
    void the_version_is_told_with_the_one_of_java() {
        assertThat(figures()
                        .get("arrtheaudio_version_info{java_version=\"" + Runtime.version() + "\",version=\"1.2.3\"}"))
                .isEqualTo(1);
    }

    @Test
    void every_name_has_a_help_text() {
        SampleHappenings.all().forEach(metrics::happened);
        metrics.answered("GET", "/health", 200, Duration.ofMillis(1));

        assertThat(figures().help())
                .allSatisfy((name, help) -> assertThat(help).as(name).isNotBlank());
        assertThat(figures().series().keySet())
                .allMatch(series -> figures().help().containsKey(series.replaceFirst("\\{.*", ""))
                        || figures().help().containsKey(series.replaceFirst("_(bucket|count|sum)(\\{.*)?$", "")));
    }

    @Test
    void a_histogram_has_a_dozen_buckets_and_the_one_for_the_rest() {
        metrics.serves("GET", "/health", List.of(200));

        assertThat(buckets("arrtheaudio_file_processing_duration_seconds_bucket{container_type=\"mkv\""))
                .isEqualTo(13);
        assertThat(buckets("arrtheaudio_http_request_duration_seconds_bucket{endpoint=\"/health\""))
                .isEqualTo(13);
    }

    private long buckets(String beginning) {
        return figures().series().keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .count();
    }

    @Test
    void the_machine_the_process_and_the_disk_are_told_but_for_what_promtool_rejects() {
        assertThat(figures().help())
                .containsKeys(
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "jvm_classes_loaded_classes",
                        "process_cpu_usage",
                        "process_files_open_files",
                        "process_uptime_seconds")
                .doesNotContainKeys("process_cpu_time_ns_total", "system_cpu_count");
    }

    // what is counted

    @Test
    void a_file_is_counted_and_timed() {
        assertThat(changes(new Happening.FileProcessed(
                        SampleHappenings.OUTCOMES.get(0), FileKind.MKV, Duration.ofMillis(20))))
                .containsEntry("arrtheaudio_files_processed_total{container_type=\"mkv\",status=\"changed\"}", 1.0)
                .containsEntry("arrtheaudio_file_processing_duration_seconds_count{container_type=\"mkv\"}", 1.0)
                .containsEntry("arrtheaudio_file_processing_duration_seconds_sum{container_type=\"mkv\"}", 0.02)
                .containsEntry(
                        "arrtheaudio_file_processing_duration_seconds_bucket{container_type=\"mkv\",le=\"0.025\"}", 1.0)
                .doesNotContainKey(
                        "arrtheaudio_file_processing_duration_seconds_bucket{container_type=\"mkv\",le=\"0.01\"}")
                .hasSize(3 + 1 + 9);
    }

    @Test
    void every_outcome_has_its_series() {
        SampleHappenings.OUTCOMES.forEach(outcome -> assertThat(
                        changes(new Happening.FileProcessed(outcome, FileKind.MP4, Duration.ZERO)))
                .containsEntry(
                        "arrtheaudio_files_processed_total{container_type=\"mp4\",status=\"" + outcome.word() + "\"}",
                        1.0));
    }

    @Test
    void jobs_are_counted_by_how_they_ended() {
        assertThat(changes(new Happening.JobsEnded(JobState.CANCELLED, 7)))
                .isEqualTo(Map.of("arrtheaudio_jobs_total{status=\"cancelled\"}", 7.0));
    }

    @Test
    void retries_and_errors_are_counted_by_where_they_happened() {
        assertThat(changes(new Happening.TriedAgain(Component.LOOKUP)))
                .isEqualTo(Map.of("arrtheaudio_retries_total{component=\"lookup\"}", 1.0));
        assertThat(changes(new Happening.Troubled(Remedy.RETRY_LATER, Component.QUEUE)))
                .isEqualTo(Map.of("arrtheaudio_errors_total{component=\"queue\",type=\"retry_later\"}", 1.0));
    }

    @Test
    void copies_for_hard_links_are_counted_with_their_bytes() {
        assertThat(changes(new Happening.LinkBroken(4096)))
                .isEqualTo(Map.of(
                        "arrtheaudio_hardlink_copies_total", 1.0, "arrtheaudio_hardlink_copied_bytes_total", 4096.0));
        assertThat(changes(new Happening.LinkBroken(0))).isEqualTo(Map.of("arrtheaudio_hardlink_copies_total", 1.0));
    }

    @Test
    void undos_are_counted_by_what_came_of_them() {
        SampleHappenings.UNDO_OUTCOMES.forEach(outcome -> assertThat(changes(new Happening.UndoTried(outcome)))
                .isEqualTo(Map.of("arrtheaudio_undos_total{status=\"" + outcome.word() + "\"}", 1.0)));
    }

    @Test
    void questions_about_titles_are_counted() {
        assertThat(changes(new Happening.MemoryAsked(true)))
                .isEqualTo(Map.of("arrtheaudio_tmdb_cache_hits_total", 1.0));
        assertThat(changes(new Happening.MemoryAsked(false)))
                .isEqualTo(Map.of("arrtheaudio_tmdb_cache_misses_total", 1.0));
        assertThat(changes(new Happening.SourceAsked(Answer.RATE_LIMITED)))
                .isEqualTo(Map.of("arrtheaudio_tmdb_api_requests_total{status=\"rate_limited\"}", 1.0));
        assertThat(changes(new Happening.SourceSpared(Restraint.CIRCUIT_OPEN)))
                .isEqualTo(Map.of("arrtheaudio_tmdb_spared_requests_total{reason=\"circuit_open\"}", 1.0));
    }

    @Test
    void the_circuit_is_closed_until_it_moves() {
        assertThat(figures().get("arrtheaudio_tmdb_circuit_state{state=\"closed\"}"))
                .isEqualTo(1);

        assertThat(changes(new Happening.CircuitMoved(Circuit.OPEN)))
                .isEqualTo(Map.of(
                        "arrtheaudio_tmdb_circuit_state{state=\"closed\"}",
                        -1.0,
                        "arrtheaudio_tmdb_circuit_state{state=\"open\"}",
                        1.0));
    }

    // requests

    @Test
    void a_request_is_counted_and_timed_by_its_route() {
        metrics.serves("GET", "/api/v1/jobs/{id}", List.of(200, 404));
        assertThat(figures().series())
                .containsEntry(
                        "arrtheaudio_http_requests_total{endpoint=\"/api/v1/jobs/{id}\",method=\"GET\",status=\"404\"}",
                        0.0);

        assertThat(changes(() -> metrics.answered("GET", "/api/v1/jobs/{id}", 404, Duration.ofMillis(3))))
                .containsEntry(
                        "arrtheaudio_http_requests_total{endpoint=\"/api/v1/jobs/{id}\",method=\"GET\",status=\"404\"}",
                        1.0)
                .containsEntry(
                        "arrtheaudio_http_request_duration_seconds_count{endpoint=\"/api/v1/jobs/{id}\",method=\"GET\"}",
                        1.0)
                .containsEntry(
                        "arrtheaudio_http_request_duration_seconds_sum{endpoint=\"/api/v1/jobs/{id}\",method=\"GET\"}",
                        0.003);
    }

    @Test
    void addresses_where_nothing_is_are_one_series() {
        metrics.answered("GET", "", 404, Duration.ZERO);
        metrics.answered("GET", "", 404, Duration.ZERO);

        assertThat(figures().get("arrtheaudio_http_requests_total{endpoint=\"none\",method=\"GET\",status=\"404\"}"))
                .isEqualTo(2);
    }

    @Test
    void a_caller_who_is_told_to_wait_and_an_answer_that_should_not_be_are_counted_apart() {
        assertThat(changes(() -> metrics.answered("POST", "/webhook/sonarr", 429, Duration.ZERO)))
                .containsEntry("arrtheaudio_http_rate_limited_requests_total", 1.0);
        assertThat(changes(() -> metrics.answered("POST", "/webhook/sonarr", 500, Duration.ZERO)))
                .containsEntry("arrtheaudio_errors_total{component=\"api\",type=\"report_bug\"}", 1.0);
    }

    // the page

    @Test
    void a_reader_gets_the_format_that_it_asks_for() {
        Metrics.Page text = metrics.page("");
        Metrics.Page open = metrics.page("application/openmetrics-text; version=1.0.0,text/plain;q=0.5");

        assertThat(text.contentType()).startsWith("text/plain; version=0.0.4");
        assertThat(text.text())
                .contains("# TYPE arrtheaudio_jobs_total counter")
                .doesNotContain("# EOF");
        assertThat(open.contentType()).startsWith("application/openmetrics-text");
        assertThat(open.text()).contains("# TYPE arrtheaudio_jobs counter").endsWith("# EOF\n");
    }

    @Test
    void two_of_them_do_not_meet() {
        try (Metrics other = Metrics.open("4.5.6")) {
            metrics.happened(new Happening.MemoryAsked(true));

            assertThat(Figures.of(other.page("").text()).get("arrtheaudio_tmdb_cache_hits_total"))
                    .isZero();
            assertThat(other.page("").text()).contains("version=\"4.5.6\"").doesNotContain("version=\"1.2.3\"");
        }
    }

    @Test
    void what_is_told_after_the_end_harms_nobody() {
        metrics.close();

        SampleHappenings.all().forEach(metrics::happened);
        metrics.answered("GET", "/late", 200, Duration.ZERO);
        Stream.of("", "application/openmetrics-text").forEach(metrics::page);
    }
}
