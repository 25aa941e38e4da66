package io.arrtheaudio.service;

import io.arrtheaudio.domain.media.Container;
import java.time.Duration;
import java.util.Map;

/**
 * By which rules workers work.
 *
 * @param workers how many there are
 * @param mostRunning how many files of a container may be worked on at once; for those that a tool writes anew. A container
 *     that is not listed has no limit
 * @param tries a job that ended so many runs of the program has failed
 * @param lease how long a job is held, unless that is renewed
 * @param patience a job that has not moved for so long is reported
 * @param nap so long a worker without work waits at most before it looks again, for other programs hand in work too; and so
 *     long it waits when the store failed
 * @param finish so long a job may go on once the workers are to stop
 * @param heed so long it may take after that to heed the request to stop
 */
public record WorkerRules(
        int workers,
        Map<Container, Integer> mostRunning,
        int tries,
        Duration lease,
        Duration patience,
        Duration nap,
        Duration finish,
        Duration heed) {

    /** Two workers, for the built-in engine. */
    public static final WorkerRules DEFAULT = new WorkerRules(
            2,
            Map.of(),
            3,
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3));

    /** Checks the values; the map is copied. */
    public WorkerRules {
        mostRunning = Map.copyOf(mostRunning);
        if (workers < 1 || tries < 1) {
            throw new IllegalArgumentException(
                    "there were " + workers + " workers and " + tries + " tries but must be at least 1 of each");
        }
        mostRunning.forEach((container, most) -> {
            if (most < 1) {
                throw new IllegalArgumentException(
                        "mostRunning of " + container + " was " + most + " but must be at least 1");
            }
        });
        expectPositive("lease", lease);
        expectPositive("patience", patience);
        expectPositive("nap", nap);
        if (finish.isNegative() || heed.isNegative()) {
            throw new IllegalArgumentException(
                    "finish was " + finish + " and heed was " + heed + " but must not be negative");
        }
    }

    /** The same with another number of workers. */
    public WorkerRules withWorkers(int count) {
        return new WorkerRules(count, mostRunning, tries, lease, patience, nap, finish, heed);
    }

    /** How often leases are renewed: so that two renewals may fail, and a cancelled job learns of it within seconds. */
    Duration betweenRenewals() {
        Duration third = lease.dividedBy(3);
        Duration most = Duration.ofSeconds(5);
        return third.compareTo(most) < 0 ? third : most;
    }

    private static void expectPositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " was " + time + " but must be positive");
        }
    }
}
