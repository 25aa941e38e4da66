package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.in.HealthDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything now and then, so that who asks is answered at once, whatever hangs. A look that does not end is a
 * finding too.
 *
 * <p>Thread-safe.
 */
final class HealthWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final String SUBJECT = "health";
    private static final int PERIODS_UNTIL_OLD = 3;
    private static final Duration LAST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONG_LOOK = Duration.ofSeconds(30);

    private final HealthDesk desk;
    private final Duration period;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private volatile Look last;

    private record Look(List<Finding> findings, Instant at) {}

    HealthWatch(HealthDesk desk, Duration period, InstantSource clock) {
        this.desk = desk;
        this.period = period;
        this.clock = clock;
        last = new Look(
                List.of(Finding.warning(SUBJECT, "nothing was looked at yet", "ask again in a moment")),
                clock.instant());
        timer = Executors.newSingleThreadScheduledExecutor(HealthWatch::thread);
        timer.scheduleWithFixedDelay(this::look, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A disk that hangs must not keep the program from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, SUBJECT);
        thread.setDaemon(true);
        return thread;
    }

    /** What was found at the last look. */
    List<Finding> findings() {
        Look look = last;
        Duration age = Duration.between(look.at, clock.instant());
        boolean isOld = age.compareTo(period.multipliedBy(PERIODS_UNTIL_OLD).plus(LONG_LOOK)) > 0;
        return isOld
                ? Stream.concat(Stream.of(old(age)), look.findings.stream()).toList()
                : look.findings;
    }

    private static Finding old(Duration age) {
        return Finding.problem(
                SUBJECT,
                "looking at everything has not ended for " + age.toSeconds() + " seconds",
                "see whether a disk or a network share hangs");
    }

    private void look() {
        last = new Look(found(), clock.instant());
    }

    private List<Finding> found() {
        try {
            return List.copyOf(desk.examine());
        } catch (RuntimeException e) {
            LOG.warn("could not look at everything", e);
            return List.of(Finding.problem(SUBJECT, "could not look at everything", "see the log"));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(
                    LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS); // else it leaves files it tried something by
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
