package io.arrtheaudio.service;

import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
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

    private final BatchDesk desk;
    private final Timetable timetable;

    private Schedules(
            BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock, Duration longestWait) {
        this.desk = desk;
        List<Timetable.Task> tasks = scans.stream()
                .map(scan ->
                        new Timetable.Task("the scan of " + scan.request().path(), scan.schedule(), () -> begin(scan)))
                .toList();
        this.timetable = Timetable.start("schedules", tasks, zone, clock, longestWait);
    }

    /** Begins to wait for what is due from now on. */
    public static Schedules start(BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock) {
        return start(desk, scans, zone, clock, Timetable.LONGEST_WAIT);
    }

    static Schedules start(
            BatchDesk desk, List<ScheduledScan> scans, ZoneId zone, InstantSource clock, Duration longestWait) {
        return new Schedules(desk, scans, zone, clock, longestWait);
    }

    /** Starts nothing more. */
    @Override
    public void close() {
        timetable.close();
    }

    private void begin(ScheduledScan scan) {
        String what = desk.start(scan.request()).fold(new InWords());
        LOG.info("scan of {}, {}: {}", scan.request().path(), scan.schedule(), what);
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
