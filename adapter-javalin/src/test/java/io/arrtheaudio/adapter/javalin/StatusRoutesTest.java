package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.HealthDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StatusRoutesTest {

    private static final Finding WELL = Finding.ok("library /media/films", "ext4, 1 TB free");
    private static final Finding SO_SO = Finding.warning("library /media/tv", "1 GB free", "make room");
    private static final Finding ILL = Finding.problem("tool ffprobe", "is not there", "install ffmpeg");
    private static final Finding VITAL = Finding.problem("database", "is damaged", "restore a backup");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T08:00:00Z"));
    private final AtomicBoolean isReady = new AtomicBoolean();
    private volatile String metrics = "";
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final Semaphore looks = new Semaphore(0);
    private StatusRoutes status;
    private TestServer server;

    @AfterEach
    void end() {
        server.close();
        status.close();
    }

    private void start(HttpSettings settings, HealthDesk desk) {
        ServerParts.Hooks hooks = new ServerParts.Hooks(
                "1.2.3",
                isReady::get,
                SettingsReload.NONE,
                this::page,
                RequestObserver.NONE,
                finding -> finding.subject().equals("database"),
                Duration.ofMillis(1));
        status = new StatusRoutes(desk, hooks, new Json(), clock);
        server = new TestServer(settings, status.routes().toArray(Route[]::new));
    }

    private MetricsPage.Page page(String accept) {
        accepted.add(accept);
        return new MetricsPage.Page("text/plain; version=0.0.4; charset=utf-8", metrics);
    }

    /** Two looks are over when the third begins, so what the second found is what is told. */
    private void startWith(Finding... findings) throws InterruptedException {
        start(TestServer.lockedSettings(), () -> {
            looks.release();
            return List.of(findings);
        });
        assertThat(looks.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    private Answer health() {
        return server.get("/health", WITH_KEY);
    }

    @Test
    void everything_is_well() throws InterruptedException {
        startWith(WELL);
        clock.advance(Duration.ofSeconds(7));

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"healthy\",\"version\":\"1.2.3\",\"uptime_seconds\":7,"
                        + "\"timestamp\":\"2026-11-25T08:00:07Z\",\"checks\":{\"library\":\"ok\"},\"details\":{\"library\":["
                        + "{\"level\":\"ok\",\"subject\":\"library /media/films\",\"found\":\"ext4, 1 TB free\"}]}}");
    }

    @Test
    void what_is_less_than_well_degrades_it() throws InterruptedException {
        startWith(WELL, SO_SO, ILL);

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("degraded");
        assertThat(answer.json().path("checks")).hasToString("{\"library\":\"warning\",\"tool\":\"problem\"}");
        assertThat(answer.json().path("details").path("library")).hasSize(2);
        assertThat(answer.json()
                        .path("details")
                        .path("tool")
                        .get(0)
                        .path("remedy")
                        .asText())
                .isEqualTo("install ffmpeg");
    }

    @Test
    void without_what_is_vital_nothing_works() throws InterruptedException {
        startWith(WELL, VITAL);

        Answer answer = health();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("status")).isEqualTo("unhealthy");
    }

    @Test
    void a_look_that_does_not_end_keeps_nobody_waiting() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        start(TestServer.lockedSettings(), () -> {
            looks.release();
            awaitQuietly(never);
            return List.of();
        });
        looks.acquire();

        assertThat(health().text("status")).isEqualTo("degraded");
        assertThat(health().body()).contains("nothing was looked at yet");
        clock.advance(Duration.ofMinutes(2));
        assertThat(health().body()).contains("has not ended for 120 seconds");
        assertThat(health().json().path("checks").path("health").asText()).isEqualTo("problem");
        never.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_look_that_fails_is_a_finding_and_there_is_another() throws InterruptedException {
        start(TestServer.lockedSettings(), () -> {
            looks.release();
            throw new IllegalStateException("seeded");
        });
        looks.acquire(3);

        assertThat(health().text("status")).isEqualTo("degraded");
        assertThat(health().body()).contains("could not look at everything").doesNotContain("seeded");
    }

    @Test
    void who_has_no_key_learns_only_whether_it_lives_and_works() throws InterruptedException {
        startWith(WELL);

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
    void metrics_are_there_if_somebody_makes_them() throws InterruptedException {
        startWith(WELL);

        assertThat(server.get("/metrics", WITH_KEY).status()).isEqualTo(404);
        metrics = "jobs_total 7\n";
        Answer answer = server.get("/metrics", WITH_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(answer.body()).isEqualTo("jobs_total 7\n");
    }

    @Test
    void who_makes_metrics_is_told_what_the_reader_accepts() throws InterruptedException {
        startWith(WELL);
        metrics = "jobs_total 7\n";

        server.get("/metrics", "X-Api-Key", KEY, "Accept", "application/openmetrics-text; version=1.0.0");
        server.get("/metrics", WITH_KEY);

        assertThat(accepted).containsExactly("application/openmetrics-text; version=1.0.0", "");
    }

    @Test
    void metrics_may_be_open() {
        metrics = "jobs_total 7\n";
        start(TestServer.lockedSettings().withOpenMetrics(), List::of);

        assertThat(server.get("/metrics").status()).isEqualTo(200);
        assertThat(server.get("/health").status()).isEqualTo(401);
    }
}
