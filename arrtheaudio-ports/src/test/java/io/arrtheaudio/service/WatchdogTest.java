package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.JobView;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchdogTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long ROOM = 2;

    private final Jobs jobs = new Jobs();
    private final Library library = jobs.library;
    private final WatchedQueue queue = new WatchedQueue(jobs.stores.queue());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final WorkerRules rules = new WorkerRules(
            1, Map.of(), 3, Jobs.LEASE, PATIENCE, Duration.ofMillis(1), Duration.ofSeconds(30), Duration.ofSeconds(30));
    private Workers workers;
    private QueueProbe queued;
    private HealthService all;

    @AfterEach
    void nothing_is_left() throws Exception {
        goOn.countDown();
        for (AutoCloseable one : open) {
            one.close();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("watchdog");
    }

    // work

    @Test
    void when_all_is_well_it_says_so() {
        watching(this::hanging);

        assertThat(all.examine())
                .containsExactly(
                        Finding.ok("workers", "1 of 1, jobs in hand: 0"),
                        Finding.ok("deadlock", "none"),
                        Finding.ok("queue", "0 queued, 0 running, 0 waiting, 0 failed"),
                        Finding.ok("path mappings", "what was received is somewhere here"));
    }

    @Test
    void a_job_that_does_not_move_is_named() {
        Path file = library.wrong();
        String id = jobs.submit(Jobs.manual(file));
        watching(this::hanging);
        Waiting.until(begun);

        library.clock.advance(PATIENCE);
        assertThat(wrong()).isEmpty();
        library.clock.advance(Duration.ofMillis(1));

        Finding finding = wrong().get(0);
        assertThat(finding.subject()).isEqualTo("workers");
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.found()).isEqualTo("job " + id + " of " + file + " has not moved since " + Library.NOW);
    }

    @Test
    void what_hangs_is_logged_once_and_once_more_after_it_has_moved() {
        jobs.submit(Jobs.manual(library.wrong()));
        Watchdog watchdog = watching(this::hanging);
        Waiting.until(begun);
        library.clock.advance(PATIENCE.plusSeconds(1));

        assertThat(watchdog.look()).hasSize(1);
        assertThat(watchdog.look()).isEmpty();
        WorkInHand work = workers.inHand().iterator().next();
        work.written(Path.of("new"), 41, 100);
        assertThat(watchdog.look()).isEmpty();
        library.clock.advance(PATIENCE.plusSeconds(1));

        assertThat(watchdog.look()).hasSize(1);
        assertThat(wrong().get(0).found()).contains("41 bytes");
    }

    @Test
    void a_copy_that_grows_moves_and_one_that_is_only_told_of_does_not() {
        jobs.submit(Jobs.manual(library.wrong()));
        watching(this::hanging);
        Waiting.until(begun);
        WorkInHand work = workers.inHand().iterator().next();

        library.clock.advance(PATIENCE);
        work.written(Path.of("new"), 1, 100);
        library.clock.advance(PATIENCE);
        assertThat(wrong()).isEmpty();

        work.written(Path.of("new"), 1, 100);
        library.clock.advance(Duration.ofMillis(1));
        assertThat(wrong()).hasSize(1);
    }

    @Test
    void a_worker_that_died_is_told_even_after_it_was_replaced() {
        queue.beforeClaim = () -> {
            if (queue.claims.get() == 1) {
                throw new OutOfMemoryError("seeded");
            }
        };
        watching(this::hanging);
        Waiting.until(() -> workers.alive() == 0);
        assertThat(wrong()).extracting(Finding::level).containsExactly(Level.PROBLEM, Level.WARNING);

        workers.look();

        assertThat(wrong()).extracting(Finding::level).containsExactly(Level.WARNING);
        assertThat(wrong().get(0).found()).contains("1 died", "seeded");
    }

    @Test
    void workers_that_stop_are_not_told_to_be_dead() {
        watching(this::hanging);

        workers.close();

        assertThat(workers.alive()).isZero();
        assertThat(wrong()).isEmpty();
    }

    @Test
    void a_store_that_gives_no_jobs_is_told() {
        queue.beforeClaim = () -> {
            throw Library.failure(Remedy.RETRY_LATER, "the database is locked");
        };
        watching(this::hanging);
        Waiting.until(() -> queue.claims.get() > 1);

        assertThat(wrong()).extracting(Finding::found).containsExactly("cannot take up jobs: the database is locked");
    }

    // deadlocks

    @Test
    void threads_that_wait_for_each_other_are_named() throws InterruptedException {
        Watchdog watchdog = watching(this::hanging);
        ReentrantLock left = new ReentrantLock();
        ReentrantLock right = new ReentrantLock();
        CountDownLatch both = new CountDownLatch(2);
        List<Thread> threads = List.of(crossing("one", left, right, both), crossing("other", right, left, both));
        threads.forEach(Thread::start);

        Waiting.until(() -> !wrong().isEmpty());
        Finding finding = wrong().get(0);
        List<Finding> logged = new ArrayList<>(watchdog.look());
        logged.addAll(watchdog.look());
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }

        assertThat(finding.subject()).isEqualTo("deadlock");
        assertThat(finding.found()).contains("one for other", "other for one");
        assertThat(logged).containsExactly(finding);
        assertThat(wrong()).isEmpty();
    }

    private static Thread crossing(String name, ReentrantLock first, ReentrantLock second, CountDownLatch both) {
        return new Thread(
                () -> {
                    first.lock();
                    try {
                        both.countDown();
                        Waiting.until(both);
                        second.lockInterruptibly();
                        second.unlock();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        first.unlock();
                    }
                },
                name);
    }

    // the queue

    @Test
    void the_age_of_the_oldest_is_told() {
        jobs.submit(Jobs.manual(library.film("a.mkv", 1)));
        jobs.submit(Jobs.manual(library.film("b.mkv", 1)));
        watching(this::hanging);
        Waiting.until(begun);

        library.clock.advance(Duration.ofMinutes(4));

        assertThat(all.examine())
                .contains(Finding.ok(
                        "queue", "1 queued, 1 running, 0 waiting, 0 failed; the oldest was queued 4 min ago"));
    }

    @Test
    void a_queue_that_nobody_takes_from_is_told() {
        watching(this::hanging);
        workers.close();
        jobs.submit(Jobs.manual(library.wrong()));

        library.clock.advance(PATIENCE);
        assertThat(wrong()).isEmpty();
        library.clock.advance(Duration.ofMinutes(1));

        assertThat(wrong()).extracting(Finding::subject).containsExactly("queue");
    }

    @Test
    void what_is_tried_again_later_is_not_stuck() {
        Path file = library.wrong();
        String id = jobs.submit(Jobs.manual(file));
        watching((any, options) -> new Outcome.Failed(file, Remedy.RETRY_LATER, "it is busy", Explanation.NONE));
        Waiting.until(() -> jobs.job(id).tries().failed() == 1);
        workers.close();

        library.clock.advance(PATIENCE.plus(Jobs.RETRY).minusMillis(1));

        assertThat(wrong()).isEmpty();
    }

    @Test
    void a_queue_that_cannot_be_read_is_told() {
        JobView broken = (JobView) Proxy.newProxyInstance(
                JobView.class.getClassLoader(), new Class<?>[] {JobView.class}, (proxy, method, arguments) -> {
                    throw Library.failure(Remedy.RETRY_LATER, "the database is locked");
                });
        watching(this::hanging, broken);

        assertThat(queued.unreadable()).isEmpty();
        assertThat(wrong())
                .extracting(Finding::found)
                .containsExactly(
                        "it cannot be read: the database is locked",
                        "it cannot be told whether they fit: the database is locked");
        assertThat(queued.unreadable()).contains("cannot read the queue: the database is locked");
    }

    @Test
    void a_full_queue_is_told_until_there_is_room() {
        watching(this::hanging);
        workers.close();
        jobs.submit(Jobs.manual(library.film("a.mkv", 1)));
        assertThat(wrong()).isEmpty();
        String id = jobs.submit(Jobs.manual(library.film("b.mkv", 1)));

        assertThat(wrong())
                .singleElement()
                .satisfies(finding -> assertThat(finding.found())
                        .startsWith("it is full, as it may hold 2, and takes nothing but webhooks; 2 queued"));
        jobs.stores.store().cancel(id, "no more", library.clock.instant());
        assertThat(wrong()).isEmpty();
    }

    // path mappings

    @Test
    void a_folder_that_maps_nowhere_is_named_until_it_is_mapped() {
        jobs.receive(jobs.imported("/films/a/a.mkv"));
        jobs.receive(jobs.imported("/films/b/b.mkv"));
        watching(this::hanging);
        Waiting.until(() -> jobs.stores.store().figures(library.clock.instant()).count(JobState.WAITING) == 2);

        Finding finding = wrong().get(0);
        assertThat(finding.level()).isEqualTo(Level.PROBLEM);
        assertThat(finding.subject()).isEqualTo("path mappings");
        assertThat(finding.found()).contains("files of /films were");

        jobs.mappings = new PathMappings(List.of(new PathMapping("/films", library.disk.root())));
        assertThat(wrong()).isEmpty();
    }

    @Test
    void a_job_that_failed_because_it_maps_nowhere_is_named_too() {
        String id = jobs.receive(jobs.imported("/films/a/a.mkv"));
        library.clock.advance(Jobs.WAIT);
        JobRunner runner = jobs.runner(Jobs.fixing(this::hanging));
        jobs.step(runner);
        library.clock.advance(Jobs.WAIT);
        jobs.step(runner);
        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);

        watching(this::hanging);
        assertThat(wrong()).extracting(Finding::subject).containsExactly("path mappings");
    }

    // helpers

    private Watchdog watching(BiFunction<Path, FixOptions, Outcome> fix) {
        return watching(fix, jobs.stores.store());
    }

    private Watchdog watching(BiFunction<Path, FixOptions, Outcome> fix, JobView view) {
        workers = Workers.start(queue, jobs.runner(Jobs.fixing(fix)), jobs.bulletin, jobs.signal, rules, library.clock);
        WorkersProbe working = new WorkersProbe(workers, rules, library.clock);
        DeadlockProbe deadlocks = new DeadlockProbe();
        queued = new QueueProbe(view, workers, ROOM, PATIENCE, library.clock);
        MappingsProbe mapped = new MappingsProbe(view, () -> jobs.mappings, library.clock);
        all = new HealthService(List.of(working, deadlocks, queued, mapped));
        Watchdog watchdog = Watchdog.start(working, deadlocks, PATIENCE);
        open.add(workers);
        open.add(watchdog);
        return watchdog;
    }

    private Outcome hanging(Path file, FixOptions options) {
        begun.countDown();
        Waiting.until(goOn);
        return new Outcome.NoMatch(file, Explanation.NONE);
    }

    private List<Finding> wrong() {
        return all.examine().stream()
                .filter(finding -> finding.level() != Level.OK)
                .toList();
    }
}
