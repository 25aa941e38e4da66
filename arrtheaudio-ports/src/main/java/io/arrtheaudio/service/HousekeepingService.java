package io.arrtheaudio.service;

import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.out.AuditLog;
import io.arrtheaudio.port.out.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/**
 * Forgets in small steps, so that others get their turn between them. Who asked for what is forgotten by its own rule only,
 * whatever age of jobs somebody asks for.
 *
 * <p>Thread-safe.
 */
public final class HousekeepingService implements Housekeeping {

    private static final int STEP = 1_000;

    private final JobStore jobs;
    private final AuditLog audit;
    private final KeepRules rules;
    private final InstantSource clock;

    /** Everything from outside is handed in. */
    public HousekeepingService(JobStore jobs, AuditLog audit, KeepRules rules, InstantSource clock) {
        this.jobs = jobs;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Forgotten cleanUp() {
        return cleanUp(rules.jobs(), rules.failedJobs());
    }

    @Override
    public Forgotten cleanUp(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age was " + age + " but must not be negative");
        }
        return cleanUp(age, age);
    }

    private Forgotten cleanUp(Duration ended, Duration failed) {
        Instant now = clock.instant();
        long forgotten = toTheLast(() -> jobs.forget(now.minus(ended), now.minus(failed), STEP));
        return new Forgotten(forgotten, toTheLast(() -> audit.forget(now.minus(rules.audit()), STEP)));
    }

    private static long toTheLast(IntSupplier step) {
        long sum = 0;
        for (int done = step.getAsInt(); done > 0; done = step.getAsInt()) {
            sum += done;
        }
        return sum;
    }
}
