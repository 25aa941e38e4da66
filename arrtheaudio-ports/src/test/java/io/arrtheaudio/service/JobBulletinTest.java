package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.in.JobWatcher;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobBulletinTest {

    private static final QueueFigures FIGURES = new QueueFigures(Map.of(), Map.of(), Duration.ZERO);

    private final StoppedClock clock = new StoppedClock(SampleJobs.NOON);
    private final AtomicInteger asked = new AtomicInteger();
    private final JobBulletin bulletin = new JobBulletin(
            () -> {
                asked.incrementAndGet();
                return FIGURES;
            },
            job -> job.request().batch().isEmpty()
                    ? List.of()
                    : List.of(batch(job.request().batch())),
            Telemetry.SILENT,
            clock,
            100);

    @AfterEach
    void close() {
        bulletin.close();
    }

    @Test
    void every_watcher_is_told_of_jobs_and_batches_in_their_order() {
        Events one = watched();
        Events other = watched();
        Batch batch = Batch.started("7", BatchRequest.of(Path.of("/library").toAbsolutePath()), SampleJobs.NOON);

        bulletin.changed(job(1));
        bulletin.changed(batch);
        bulletin.changed(List.of(job(2), job(3)));

        for (Events events : List.of(one, other)) {
            Waiting.until(() -> events.changes().size() == 4);
            assertThat(events.changes())
                    .containsExactly(
                            new JobEvent.JobChanged(job(1)),
                            new JobEvent.BatchChanged(batch),
                            new JobEvent.JobChanged(job(2)),
                            new JobEvent.JobChanged(job(3)));
        }
    }

    @Test
    void while_nobody_watches_nothing_is_kept_and_nothing_asked() {
        bulletin.changed(
                IntStream.range(0, 1_000).mapToObj(JobBulletinTest::job).toList());

        assertThat(bulletin.isWatched()).isFalse();
        Events events = watched();
        assertThat(bulletin.isWatched()).isTrue();
        bulletin.changed(job(5));

        Waiting.until(() -> !events.changes().isEmpty());
        assertThat(events.changes()).containsExactly(new JobEvent.JobChanged(job(5)));
        assertThat(asked.get()).isLessThanOrEqualTo(1);
    }

    @Test
    void figures_follow_a_change_but_not_every_one() {
        Events events = watched();

        for (int i = 0; i < 20; i++) {
            int told = i + 1;
            bulletin.changed(job(i));
            Waiting.until(() -> events.changes().size() == told);
        }

        Waiting.until(() -> events.figures() == 1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_job_that_ends_moves_each_batch_that_it_belongs_to() {
        try (WorkDesk desk = new WorkDesk()) {
            Events events = new Events();
            desk.bulletin.watch(events);
            List<String> batches = Stream.of("tv", "tv/show")
                    .map(path -> append(desk, desk.disk.root().resolve(path)))
                    .toList();
            Job job = desk.stores
                    .queue()
                    .claim(ClaimRule.anything(SampleJobs.NOON.plusSeconds(60)), SampleJobs.NOON)
                    .orElseThrow();

            desk.bulletin.changed(desk.stores
                    .queue()
                    .settle(job, SampleJobs.done(), SampleJobs.NOON)
                    .orElseThrow());

            Waiting.until(() -> batches.stream()
                    .allMatch(id -> events.changes()
                            .contains(new JobEvent.BatchChanged(
                                    desk.stores.batches().find(id).orElseThrow()))));
        }
    }

    /** The id of a new batch with a film that is always the same. */
    private static String append(WorkDesk desk, Path path) {
        BatchStore batches = desk.stores.batches();
        String id = batches.start(BatchRequest.of(path), SampleJobs.NOON)
                .fold(started -> started.batch().id(), running -> "");
        batches.append(id, List.of(SampleJobs.manual("a.mkv")), Long.MAX_VALUE, SampleJobs.NOON);
        return id;
    }

    private static Batch batch(String id) {
        return Batch.started(id, BatchRequest.of(Path.of("/library").toAbsolutePath()), SampleJobs.NOON);
    }

    @Test
    void the_last_change_is_followed_by_figures_too() {
        Events events = watched();
        bulletin.changed(job(1));
        Waiting.until(() -> events.figures() == 1);
        bulletin.changed(job(2));

        clock.advance(JobBulletin.BETWEEN_FIGURES);

        Waiting.until(() -> events.figures() == 2);
    }

    @Test
    void a_batch_of_which_jobs_end_is_told_with_the_figures_and_as_seldom() {
        Events events = watched();
        bulletin.changed(job(1));
        Waiting.until(() -> events.figures() == 1);

        bulletin.changed(ofBatch(2, "7"));
        bulletin.changed(JobLife.cancelled(ofBatch(3, "8"), "me", SampleJobs.NOON));
        bulletin.changed(JobLife.cancelled(ofBatch(4, "8"), "me", SampleJobs.NOON));
        clock.advance(JobBulletin.BETWEEN_FIGURES);

        Waiting.until(() -> events.figures() == 2);
        assertThat(events.changes())
                .filteredOn(event -> event instanceof JobEvent.BatchChanged)
                .extracting(event -> ((JobEvent.BatchChanged) event).batch().id())
                .containsExactly("8");
    }

    @Test
    void figures_whose_moment_comes_while_the_wait_for_it_is_reckoned_are_told() {
        AtomicInteger looks = new AtomicInteger(Integer.MIN_VALUE);
        InstantSource passing =
                () -> looks.incrementAndGet() > 2 ? SampleJobs.NOON.plus(JobBulletin.BETWEEN_FIGURES) : SampleJobs.NOON;
        try (JobBulletin hurried = new JobBulletin(() -> FIGURES, passing)) {
            Events events = new Events();
            hurried.watch(events);
            hurried.changed(job(1));
            Waiting.until(() -> events.figures() == 1);

            looks.set(0);
            hurried.changed(job(2));

            Waiting.until(() -> events.figures() == 2);
        }
    }

    @Test
    void a_clock_that_is_set_back_holds_no_figures_up() {
        Events events = watched();
        bulletin.changed(job(1));
        Waiting.until(() -> events.figures() == 1);

        clock.advance(Duration.ofDays(-1));
        bulletin.changed(job(2));

        Waiting.until(() -> events.figures() == 2);
    }

    @Test
    void figures_that_cannot_be_had_end_nothing() {
        try (JobBulletin poor = new JobBulletin(
                () -> {
                    throw Library.failure(Remedy.RETRY_LATER, "no figures");
                },
                clock)) {
            Events events = new Events();
            poor.watch(events);
            poor.changed(job(1));
            clock.advance(JobBulletin.BETWEEN_FIGURES);
            poor.changed(job(2));
            Waiting.until(() -> events.changes().size() == 2);
            assertThat(events.figures()).isZero();
        }
    }

    @Test
    void who_is_behind_is_told_the_latest_of_each_job() {
        Blocking slow = new Blocking();
        bulletin.watch(slow);
        bulletin.changed(job(1));
        Waiting.until(slow.isInside);

        Job cancelled = JobLife.cancelled(job(2), "me", SampleJobs.NOON);
        for (int i = 0; i < 500; i++) {
            bulletin.changed(job(2));
        }
        bulletin.changed(job(3));
        bulletin.changed(cancelled);
        slow.goOn.countDown();

        Waiting.until(() -> slow.events.changes().size() == 3);
        assertThat(slow.events.changes())
                .containsExactly(
                        new JobEvent.JobChanged(job(1)),
                        new JobEvent.JobChanged(job(3)),
                        new JobEvent.JobChanged(cancelled));
        assertThat(slow.events.dropped).hasValue(0);
    }

    @Test
    void a_watcher_for_which_too_much_has_piled_up_is_dropped_and_told_so() {
        Blocking slow = new Blocking();
        bulletin.watch(slow);
        bulletin.changed(job(1));
        Waiting.until(slow.isInside);

        bulletin.changed(IntStream.range(0, 101).mapToObj(JobBulletinTest::job).toList());
        slow.goOn.countDown();

        Waiting.until(() -> slow.events.dropped.get() == 1);
        assertThat(bulletin.isWatched()).isFalse();
        assertThat(slow.events.changes()).hasSize(1);
    }

    @Test
    void a_watcher_that_throws_is_dropped_and_the_others_are_told() {
        AtomicInteger calls = new AtomicInteger();
        bulletin.watch(event -> {
            calls.incrementAndGet();
            throw new IllegalStateException("a watcher fails");
        });
        Events events = watched();

        bulletin.changed(job(1));
        bulletin.changed(job(2));

        Waiting.until(() -> events.changes().size() == 2);
        assertThat(calls).hasValue(1);
    }

    @Test
    void who_has_closed_the_watch_is_told_nothing_more() {
        Events gone = new Events();
        JobWatch watch = bulletin.watch(gone);
        Events events = watched();
        watch.close();

        bulletin.changed(job(1));

        Waiting.until(() -> events.changes().size() == 1);
        assertThat(gone.changes()).isEmpty();
        assertThat(gone.dropped).hasValue(0);
    }

    @Test
    void after_the_end_nobody_is_told_and_no_thread_is_left() {
        Events events = watched();
        bulletin.close();

        bulletin.changed(job(1));
        bulletin.watch(events);

        assertThat(bulletin.isWatched()).isFalse();
        Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("job-bulletin")));
        assertThat(events.changes()).isEmpty();
    }

    private Events watched() {
        Events events = new Events();
        bulletin.watch(events);
        return events;
    }

    private static Job ofBatch(int id, String batch) {
        return JobLife.accepted(
                String.valueOf(id), SampleJobs.manual(id + ".mkv").ofBatch(batch), SampleJobs.NOON);
    }

    private static Job job(int id) {
        return JobLife.accepted(String.valueOf(id), SampleJobs.manual(id + ".mkv"), SampleJobs.NOON);
    }

    /** Writes down what it is told. */
    static final class Events implements JobWatcher {

        final AtomicInteger dropped = new AtomicInteger();
        private final List<JobEvent> all = new CopyOnWriteArrayList<>();

        @Override
        public void happened(JobEvent event) {
            all.add(event);
        }

        @Override
        public void dropped() {
            dropped.incrementAndGet();
        }

        List<JobEvent> changes() {
            return all.stream()
                    .filter(event -> !(event instanceof JobEvent.QueueChanged))
                    .toList();
        }

        long figures() {
            return (long) all.size() - changes().size();
        }
    }

    /** Stays in the first call until it may go on. */
    private static final class Blocking implements JobWatcher {

        final Events events = new Events();
        final CountDownLatch isInside = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void happened(JobEvent event) {
            events.happened(event);
            isInside.countDown();
            Waiting.until(goOn);
        }

        @Override
        public void dropped() {
            events.dropped();
        }
    }
}
