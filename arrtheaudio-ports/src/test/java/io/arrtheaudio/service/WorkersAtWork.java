package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.ClaimRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Workers on jobs in memory, of which none is left after a test. */
@Timeout(60)
abstract class WorkersAtWork {

    static final Duration NEVER = Duration.ofDays(1);
    static final Duration AT_ONCE = Duration.ofMillis(1);

    final Jobs jobs = new Jobs();
    final Library library = jobs.library;
    final WatchedQueue queue = new WatchedQueue(jobs.stores.queue());
    final InMemoryOwnerLocks you = jobs.me.anotherRun();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Workers> started = new ArrayList<>();
    WorkerRules rules =
            new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, NEVER, Duration.ofSeconds(30), AT_ONCE);

    @AfterEach
    final void nothing_is_left() {
        goOn.countDown();
        started.forEach(Workers::close);
        jobs.bulletin.close();
        Waiting.until(() -> threads().isEmpty());
    }

    Workers start(BiFunction<Path, FixOptions, Outcome> fix) {
        Workers workers =
                Workers.start(queue, jobs.runner(Jobs.fixing(fix)), jobs.bulletin, jobs.signal, rules, library.clock);
        started.add(workers);
        return workers;
    }

    /** Until there is nothing more to do. */
    void doAll(BiFunction<Path, FixOptions, Outcome> fix) {
        Workers workers = start(fix);
        Waiting.until(() -> queue.looksAhead.get() > 0);
        workers.close();
    }

    /** Hears nothing. */
    Outcome hanging(Path file, FixOptions options) {
        begun.countDown();
        Waiting.until(goOn);
        return noMatch(file);
    }

    /** Looks all the time whether it is to stop. */
    Outcome copying(Path file, FixOptions options) {
        begun.countDown();
        Waiting.until(options.progress()::isCancelled);
        return busy(file);
    }

    static Outcome noMatch(Path file) {
        return new Outcome.NoMatch(file, Explanation.NONE);
    }

    static Outcome busy(Path file) {
        return new Outcome.Failed(file, Remedy.RETRY_LATER, "it was cancelled or is busy", Explanation.NONE);
    }

    WorkerRules napping(Duration nap) {
        return new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, nap, Duration.ofSeconds(30), AT_ONCE);
    }

    WorkerRules stopping(Duration finish, Duration heed) {
        return new WorkerRules(1, Map.of(), 3, Jobs.LEASE, Jobs.FIRST_LOOK, NEVER, finish, heed);
    }

    void submit(List<JobRequest> requests) {
        jobs.stores.store().submit(requests, Long.MAX_VALUE, library.clock.instant());
    }

    Job claim(JobStores whose) {
        Instant now = library.clock.instant();
        return whose.queue()
                .claim(ClaimRule.anything(now.plus(Jobs.LEASE)), now)
                .orElseThrow();
    }

    long figure(JobState state) {
        return jobs.stores.store().figures(library.clock.instant()).count(state);
    }

    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(worker|lease-keeper)-\\d+"))
                .toList();
    }
}
