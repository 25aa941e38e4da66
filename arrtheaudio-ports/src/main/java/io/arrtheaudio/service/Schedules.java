package io.arrtheaudio.service;

import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts scans when they are due, on one thread of its own. What was due while the program was off is left to its next time:
 * a start of the program is no reason to go through a library. What was due while the machine slept is done once when it
 * wakes up. A scan that cannot be started, because it still runs or the queue is full, is left to its next time too.
 *
 * <p>Thread-safe.
 */
public final class Schedules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    /** Clocks may be set and machines may sleep, so the time is looked at now and then. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final BatchDesk desk;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Duration longestWait;
    private final Map<ScheduledScan, Instant> due = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Schedules(
            BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock, Duration longestWait) {
        this.desk = desk;
        this.zone = zone;
        this.clock = clock;
        this.longestWait = longestWait;
        Instant now = clock.instant();
        scans.forEach(scan -> due.put(scan, scan.schedule().next(now, zone)));
    }

    /** Begins to wait for what is due from now on. */
    public static Schedules start(BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock) {
        return start(desk, scans, zone, clock, LONGEST_WAIT);
    }

    static Schedules start(
            BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock, Duration longestWait) {
        Schedules schedules = new Schedules(desk, scans, zone, clock, longestWait);
        if (!scans.isEmpty()) {
            Thread thread = new Thread(schedules::run, "schedules");
            thread.setDaemon(true);
            thread.start();
        }
        return schedules;
    }

    /** Starts nothing more. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void run() {
        try {
            while (!ended.await(toNext().toMillis(), TimeUnit.MILLISECONDS)) {
                Instant now = clock.instant();
                due.entrySet().stream()
                        .filter(entry -> !entry.getValue().isAfter(now))
                        .forEach(entry -> {
                            entry.setValue(entry.getKey().schedule().next(now, zone));
                            begin(entry.getKey());
                        });
            }
        } catch (InterruptedException e) {
            LOG.debug("no scan is started by schedule any more", e);
        }
    }

    /** Rounded up: a wait that ends too early would only be followed by another. */
    private Duration toNext() {
        Optional<Instant> next = due.values().stream().min(Comparator.naturalOrder());
        Duration left = Duration.between(clock.instant(), next.orElseThrow()).plusMillis(1);
        return left.compareTo(longestWait) < 0 ? left : longestWait;
    }

    /** Whatever goes wrong, the others go on. */
    private void begin(ScheduledScan scan) {
        try {
            String what = desk.start(scan.request()).fold(new InWords());
            LOG.info("scan of {}, {}: {}", scan.request().path(), scan.schedule(), what);
        } catch (RuntimeException e) {
            LOG.error("cannot start the scan of {}, {}", scan.request().path(), scan.schedule(), e);
        }
    }

    /** What became of it, for the log. */
    private static final class InWords implements BatchAnswer.Cases<String> {

        @Override
        public String started(BatchAnswer.Started answer) {
            return "started as batch " + answer.batch().id();
        }

        @Override
        public String alreadyRunning(BatchAnswer.AlreadyRunning answer) {
            return "left out, batch " + answer.batch().id() + " of the same path still runs";
        }

        @Override
        public String queueFull(BatchAnswer.QueueFull answer) {
            return "left out, the queue is full with " + answer.queued() + " jobs";
        }

        @Override
        public String notAllowed(BatchAnswer.NotAllowed answer) {
            return "left out, it lies in no library that is there; is the disk mounted?";
        }
    }
}
