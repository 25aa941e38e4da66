package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.CheckResult;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Health;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.health.Need;
import io.arrtheaudio.domain.health.Observation;
import io.arrtheaudio.kit.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusRoutesTest {

    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");
    private static final Finding WELL = Finding.ok("library /media/films", "it is there");
    private static final Finding SO_SO = Finding.warning("library /media/tv", "a file was left there", "remove it");
    private static final Finding ILL = Finding.problem("library /media/tv", "there is no such folder", "mount it");

    private final StoppedClock clock = new StoppedClock(MORNING);
    private final AtomicBoolean isReady = new AtomicBoolean();
    private volatile String metrics = "";
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private TestServer server;

    @AfterEach
    void end() {
        server.close();
    }

    private void start(HttpSettings settings, CheckResult... checks) {
        ServerParts.Hooks hooks = new ServerParts.Hooks(
                "1.2.3", isReady::get, SettingsReload.NONE, LogLevels.NONE, this::page, RequestObserver.NONE);
        Health health = new Health(List.of(checks));
        StatusRoutes status = new StatusRoutes(() -> health, hooks, new Json(), clock);
        server = new TestServer(settings, status.routes().toArray(Route[]::new));
    }

    private MetricsPage.Page page(String accept) {
        accepted.add(accept);
        return new MetricsPage.Page("text/plain; version=0.0.4; charset=utf-8", metrics);
    }

    private static CheckResult check(CheckName name, Need need, Finding... findings) {
        return CheckResult.of(
                name,
                need,
                Level.PROBLEM,
                Stream.of(findings)
                        .map(finding -> new Observation(finding, MORNING.minusSeconds(9), Duration.ofMillis(3)))
                        .toList());
    }

    private Answer health() {
        return server.get("/health", WITH_KEY);
    }

    @Test
    void everything_is_well() {
        start(TestServer.lockedSettings(), check(CheckName.LIBRARIES, Need.WORK, WELL));
        clock.advance(Duration.ofSeconds(7));

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"healthy\",\"version\":\"1.2.3\",\"uptime_seconds\":7,"
                        + "\"timestamp\":\"2026-11-25T08:00:07Z\",\"checks\":{\"libraries\":true},\"details\":{"
                        + "\"libraries\":{\"passed\":true,\"required\":true,\"serving\":false,"
                        + "\"why\":\"it is there\",\"took_ms\":3,\"looked_at\":\"2026-11-25T07:59:51Z\",\"findings\":["
                        + "{\"level\":\"ok\",\"subject\":\"library /media/films\",\"found\":\"it is there\","
                        + "\"took_ms\":3,\"looked_at\":\"2026-11-25T07:59:51Z\"}]}}}");
    }

    @Test
    void a_check_that_failed_degrades_it_and_the_worst_says_why() {
        start(
                TestServer.lockedSettings(),
                check(CheckName.QUEUE, Need.WORK, SO_SO),
                check(CheckName.LIBRARIES, Need.WORK, WELL, SO_SO, ILL));

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("degraded");
        assertThat(answer.json().path("checks")).hasToString("{\"queue\":true,\"libraries\":false}");
        JsonNode detail = answer.json().path("details").path("libraries");
        assertThat(detail.path("why").asText()).isEqualTo("there is no such folder");
        assertThat(detail.path("remedy").asText()).isEqualTo("mount it");
        assertThat(detail.path("findings")).hasSize(3);
    }

    @Test
    void without_what_serves_nothing_works() {
        start(TestServer.lockedSettings(), check(CheckName.DATABASE, Need.SERVING, ILL));

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("status")).isEqualTo("unhealthy");
        assertThat(answer.json()
                        .path("details")
                        .path("database")
                        .path("serving")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_the_settings_do_without_is_passed_and_says_so() {
        start(TestServer.lockedSettings(), check(CheckName.FFMPEG, Need.NOTHING, ILL));

        assertThat(health().text("status")).isEqualTo("healthy");
        assertThat(health().json().path("checks").path("ffmpeg").asBoolean()).isTrue();
        assertThat(health().json()
                        .path("details")
                        .path("ffmpeg")
                        .path("required")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void who_has_no_key_learns_only_whether_it_lives_and_works() {
        start(TestServer.lockedSettings());

        assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(server.get("/health/ready").status()).isEqualTo(503);
        assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"not_ready\"}");
        isReady.set(true);
        assertThat(server.get("/health/ready").status()).isEqualTo(200);
        assertThat(server.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(server.send("HEAD", "/health/ready", "").status()).isEqualTo(200);
        assertThat(server.get("/health").status()).isEqualTo(401);
        assertThat(server.get("/metrics").status()).isEqualTo(401);
    }

    @Test
    void metrics_are_there_if_somebody_makes_them() {
        start(TestServer.lockedSettings());

        assertThat(server.get("/metrics", WITH_KEY).status()).isEqualTo(404);
        metrics = "jobs_total 7\n";
        Answer answer = server.get("/metrics", WITH_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(answer.body()).isEqualTo("jobs_total 7\n");
    }

    @Test
    void who_makes_metrics_is_told_what_the_reader_accepts() {
        start(TestServer.lockedSettings());
        metrics = "jobs_total 7\n";

        server.get("/metrics", "X-Api-Key", KEY, "Accept", "application/openmetrics-text; version=1.0.0");
        server.get("/metrics", WITH_KEY);

        assertThat(accepted).containsExactly("application/openmetrics-text; version=1.0.0", "");
    }

    @Test
    void metrics_may_be_open() {
        metrics = "jobs_total 7\n";
        start(TestServer.lockedSettings().withOpenMetrics());

        assertThat(server.get("/metrics").status()).isEqualTo(200);
        assertThat(server.get("/health").status()).isEqualTo(401);
    }
}
