package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.JobView;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the work gets on: jobs that do not move, threads that wait for each other for ever, workers that died, a queue
 * that nobody takes from, folders that are mapped nowhere. The first two are looked for all the time, by a thread of its own,
 * and logged once each; all of them when somebody asks. It reports, and ends nothing.
 *
 * <p>Thread-safe.
 */
public final class Watchdog implements HealthProbe, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final WorkersProbe workers;
    private final DeadlockProbe deadlocks = new DeadlockProbe();
    private final QueueProbe queue;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private Set<String> told = Set.of();

    private Watchdog(WorkersProbe workers, QueueProbe queue, Duration between) {
        this.workers = workers;
        this.queue = queue;
        this.thread = new Thread(() -> watch(between), "watchdog");
        this.thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param mappings asked each time, so that they may change
     * @param rules by which the workers work
     */
    public static Watchdog start(
            Workers workers, JobView jobs, Supplier<PathMappings> mappings, WorkerRules rules, InstantSource clock) {
        Duration part = rules.patience().dividedBy(4);
        Watchdog watchdog = new Watchdog(
                new WorkersProbe(workers, rules, clock),
                new QueueProbe(jobs, mappings, workers, rules.patience(), clock),
                part.compareTo(LONGEST) < 0 ? part : LONGEST);
        watchdog.thread.start();
        return watchdog;
    }

    @Override
    public List<Finding> examine() {
        return Stream.<HealthProbe>of(workers, deadlocks, queue)
                .flatMap(probe -> probe.examine().stream())
                .toList();
    }

    private void watch(Duration between) {
        try {
            while (!end.await(Math.max(1, between.toMillis()), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody watches any more", e);
        }
    }

    /** Logs what hangs and was not told at the last look; answers just that. */
    synchronized List<Finding> look() {
        try {
            List<Finding> hanging = Stream.concat(workers.stuck().stream(), deadlocks.examine().stream())
                    .filter(finding -> finding.level() != Level.OK)
                    .toList();
            List<Finding> news = hanging.stream()
                    .filter(finding -> !told.contains(finding.found()))
                    .toList();
            told = hanging.stream().map(Finding::found).collect(Collectors.toSet());
            news.forEach(finding -> LOG.error("{}: {}; {}", finding.subject(), finding.found(), finding.remedy()));
            return news;
        } catch (RuntimeException e) {
            LOG.error("the watchdog failed and looks again later", e);
            return List.of();
        }
    }

    /** Watches no longer. */
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
