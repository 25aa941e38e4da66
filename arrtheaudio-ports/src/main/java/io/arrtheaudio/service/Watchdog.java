package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks all the time for jobs that do not move and for threads that wait for each other for ever, and logs each once. It
 * reports, and ends nothing.
 *
 * <p>Thread-safe.
 */
public final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final WorkersProbe workers;
    private final DeadlockProbe deadlocks;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private Set<String> told = Set.of();

    private Watchdog(WorkersProbe workers, DeadlockProbe deadlocks, Duration between) {
        this.workers = workers;
        this.deadlocks = deadlocks;
        this.thread = new Thread(() -> watch(between), "watchdog");
        this.thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param patience after which a job that does not move is told; looks several times in it
     */
    public static Watchdog start(WorkersProbe workers, DeadlockProbe deadlocks, Duration patience) {
        Duration part = patience.dividedBy(4);
        Watchdog watchdog = new Watchdog(workers, deadlocks, part.compareTo(LONGEST) < 0 ? part : LONGEST);
        watchdog.thread.start();
        return watchdog;
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
