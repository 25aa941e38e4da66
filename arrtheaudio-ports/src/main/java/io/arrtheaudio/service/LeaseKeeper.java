package io.arrtheaudio.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks after what is held: holds longer what takes longer, hands on that a job is to stop, and takes back what others left.
 *
 * <p>One thread at a time, except for {@link #problem}.
 */
final class LeaseKeeper {

    private final Workbench bench;
    private final WorkSignal signal;
    private final Duration betweenTakeBacks;
    private final InstantSource clock;
    private final StoreTrouble trouble;
    private Optional<Instant> lastTakeBack = Optional.empty();

    LeaseKeeper(Workbench bench, WorkSignal signal, WorkerRules rules, JobTally tally, InstantSource clock) {
        this.bench = bench;
        this.signal = signal;
        this.betweenTakeBacks = rules.lease().dividedBy(2); // what was left is not left for much longer than a lease
        this.clock = clock;
        this.trouble = new StoreTrouble("hold jobs", tally);
    }

    /** Does what is due; never throws. */
    void look() {
        try {
            bench.renew();
            if (isTakeBackDue()) {
                takeBack();
            }
            trouble.over();
        } catch (RuntimeException | Error e) { // without renewals every long job would be lost
            trouble.met(e);
        }
    }

    private boolean isTakeBackDue() {
        return lastTakeBack
                .map(last -> Duration.between(last, clock.instant()))
                .map(since -> since.isNegative() || since.compareTo(betweenTakeBacks) >= 0)
                .orElse(true);
    }

    private void takeBack() {
        boolean isAny = bench.takeBack();
        lastTakeBack = Optional.of(clock.instant());
        if (isAny) {
            signal.wake();
        }
    }

    /** What is wrong at the moment. */
    Optional<String> problem() {
        return trouble.problem();
    }
}
