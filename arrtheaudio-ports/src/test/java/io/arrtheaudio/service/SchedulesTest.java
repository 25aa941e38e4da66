package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SchedulesTest {

    private static final Path TV = Path.of("/library/tv").toAbsolutePath();
    private static final Path FILMS = Path.of("/library/films").toAbsolutePath();

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final Desk desk = new Desk();
    private final List<Schedules> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Schedules::close);
        awaitNoThread();
    }

    @Test
    void a_scan_is_started_when_it_is_due_behind_everything_that_others_want() throws InterruptedException {
        start(scan(TV, "daily 03:30"));

        clock.set(Instant.parse("2026-11-26T03:30:00Z"));

        BatchRequest request = desk.asked();
        assertThat(request.path()).isEqualTo(TV);
        assertThat(request.source()).isEqualTo(JobSource.SCHEDULE);
        assertThat(request.priority()).isEqualTo(JobPriority.LOW);
        assertThat(request.dryRun()).isFalse();
    }

    @Test
    void each_library_has_its_own_schedule_and_its_turn_over_and_over() throws InterruptedException {
        start(scan(TV, "daily 03:30"), scan(FILMS, "every 6h"));

        clock.set(Instant.parse("2026-11-25T18:00:00Z"));
        assertThat(desk.asked().path()).isEqualTo(FILMS);
        clock.set(Instant.parse("2026-11-26T00:00:00Z"));
        assertThat(desk.asked().path()).isEqualTo(FILMS);
        clock.set(Instant.parse("2026-11-26T03:30:00Z"));
        assertThat(desk.asked().path()).isEqualTo(TV);
        clock.set(Instant.parse("2026-11-26T06:00:00Z"));
        assertThat(desk.asked().path()).isEqualTo(FILMS);
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void what_was_due_before_the_start_is_left_to_its_next_time() throws InterruptedException {
        clock.set(Instant.parse("2026-11-25T03:30:00Z"));
        start(scan(TV, "daily 03:30"), scan(FILMS, "daily 03:31"));

        clock.set(Instant.parse("2026-11-25T03:31:00Z"));

        assertThat(desk.asked().path()).isEqualTo(FILMS);
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void what_was_due_several_times_while_the_machine_slept_is_done_once() throws InterruptedException {
        start(scan(TV, "daily 03:30"), scan(FILMS, "daily 12:30"));

        clock.advance(Duration.ofDays(4));
        assertThat(desk.asked().path()).isIn(TV, FILMS);
        assertThat(desk.asked().path()).isIn(TV, FILMS);
        clock.set(Instant.parse("2026-11-29T12:30:00Z"));

        assertThat(desk.asked().path()).isEqualTo(FILMS);
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void a_scan_that_cannot_be_started_is_left_to_its_next_time_and_holds_up_nothing() throws InterruptedException {
        Batch running = Batch.started("7", BatchRequest.of(TV), clock.instant());
        start(scan(TV, "every 1h"));

        for (Function<BatchRequest, BatchAnswer> answer : List.<Function<BatchRequest, BatchAnswer>>of(
                request -> new BatchAnswer.AlreadyRunning(running),
                request -> new BatchAnswer.QueueFull(10, 10),
                request -> new BatchAnswer.NotAllowed(),
                request -> {
                    throw Library.failure(Remedy.RETRY_LATER, "cannot write");
                },
                request -> {
                    throw new IllegalStateException("a bug");
                })) {
            desk.answer = answer;
            clock.advance(Duration.ofHours(1));
            assertThat(desk.asked().path()).isEqualTo(TV);
        }
    }

    @Test
    void once_it_is_closed_nothing_is_started() {
        start(scan(TV, "every 1h")).close();
        awaitNoThread();

        clock.advance(Duration.ofDays(1));

        assertThat(desk.requests).isEmpty();
    }

    @Test
    void without_schedules_there_is_no_thread() {
        start();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("schedules"));
    }

    private static void awaitNoThread() {
        Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("schedules")));
    }

    private Schedules start(ScheduledScan... scans) {
        Schedules schedules = Schedules.start(desk, List.of(scans), ZoneOffset.UTC, clock, Duration.ofMillis(1));
        opened.add(schedules);
        return schedules;
    }

    private static ScheduledScan scan(Path path, String schedule) {
        return new ScheduledScan(BatchRequest.of(path), Schedule.parse(schedule));
    }

    /** Writes down what it is asked for. */
    private static final class Desk implements BatchDesk {

        final BlockingQueue<BatchRequest> requests = new LinkedBlockingQueue<>();
        volatile Function<BatchRequest, BatchAnswer> answer =
                request -> new BatchAnswer.Started(Batch.started("1", request, Instant.EPOCH));

        BatchRequest asked() throws InterruptedException {
            return Optional.ofNullable(requests.poll(10, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("nothing was started"));
        }

        @Override
        public BatchAnswer start(BatchRequest request) {
            requests.add(request);
            return answer.apply(request);
        }

        @Override
        public Optional<Batch> find(String id) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<Batch> list(String before, int atMost) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<Batch> cancel(String id, String because) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<JobPage> results(String id, JobQuery query) {
            throw new AssertionError("not asked for");
        }
    }
}
