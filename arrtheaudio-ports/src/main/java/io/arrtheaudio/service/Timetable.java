package io.arrtheaudio.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does things when they are due, on one thread of its own. What was due while the program was off is left to its next time;
 * what was due while the machine slept is done once when it wakes up.
 *
 * <p>Thread-safe.
 */
final class Timetable implements AutoCloseable {

    /** Clocks may be set and machines may sleep, so the time is looked at now and then. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private final ZoneId zone;
    private final InstantSource clock;
    private final Duration longestWait;
    private final IdentityHashMap<Task, Instant> due = new IdentityHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * Something to be done over and over.
     *
     * @param what for the log
     */
    record Task(String what, Schedule schedule, Runnable work) {}

    private Timetable(List<Task> tasks, ZoneId zone, InstantSource clock, Duration longestWait) {
        this.zone = zone;
        this.clock = clock;
        this.longestWait = longestWait;
        Instant now = clock.instant();
        tasks.forEach(task -> due.put(task, task.schedule().next(now, zone)));
    }

    /**
     * Begins to wait for what is due from now on; without tasks there is no thread.
     *
     * @param name of the thread
     */
    static Timetable start(String name, List<Task> tasks, ZoneId zone, InstantSource clock, Duration longestWait) {
        Timetable timetable = new Timetable(tasks, zone, clock, longestWait);
        if (!tasks.isEmpty()) {
            Thread thread = new Thread(timetable::run, name);
            thread.setDaemon(true);
            thread.start();
        }
        return timetable;
    }

    /** Begins nothing more. */
    @Override
    public void close() {
        ended.countDown();
    }

    private void run() {
        try {
            while (!ended.await(toNext().toMillis(), TimeUnit.MILLISECONDS)) {
                Instant now = clock.instant();
                due.replaceAll((task, when) -> when.isAfter(now) ? when : begun(task, now));
            }
        } catch (InterruptedException e) {
            LOG.debug("nothing is done by schedule any more", e);
        }
    }

    /** Rounded up: a wait that ends too early would only be followed by another. */
    private Duration toNext() {
        Optional<Instant> next = due.values().stream().min(Comparator.naturalOrder());
        Duration left = Duration.between(clock.instant(), next.orElseThrow()).plusMillis(1);
        return left.compareTo(longestWait) < 0 ? left : longestWait;
    }

    /** Whatever goes wrong, the others go on. */
    private Instant begun(Task task, Instant now) {
        try {
            task.work().run();
        } catch (RuntimeException e) {
            LOG.error("cannot begin {}, {}", task.what(), task.schedule(), e);
        }
        return task.schedule().next(now, zone);
    }
}
