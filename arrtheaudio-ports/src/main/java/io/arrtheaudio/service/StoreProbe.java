package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.port.out.HealthProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the store of jobs does what it is asked for: {@link #told} knows it from those who asked, at once;
 * {@link #examine} tries it. Only after something was refused something is written to find out whether that is over, so that a
 * disk without work may sleep.
 *
 * <p>Thread-safe.
 */
public final class StoreProbe implements HealthProbe {

    private static final String SUBJECT = "database";

    private final JobService jobs;
    private final QueueProbe queue;
    private final HealthProbe pulse;
    private final HealthProbe trial;

    /**
     * Looks at a store.
     *
     * @param jobs ask it to store
     * @param queue asks it what is there
     * @param pulse sees whether it could write
     * @param trial writes something
     */
    public StoreProbe(JobService jobs, QueueProbe queue, HealthProbe pulse, HealthProbe trial) {
        this.jobs = jobs;
        this.queue = queue;
        this.pulse = pulse;
        this.trial = trial;
    }

    @Override
    public List<Finding> examine() {
        Optional<String> refusal = jobs.refusal();
        List<Finding> findings = refusal.isPresent() ? trial.examine() : pulse.examine();
        if (findings.stream().noneMatch(finding -> finding.level() == Level.PROBLEM)) {
            refusal.ifPresent(jobs::isMended);
        }
        return findings;
    }

    /** What those who asked it met last. Waits for nothing. */
    public List<Finding> told() {
        List<Finding> wrong = Stream.of(jobs.refusal(), queue.unreadable())
                .flatMap(Optional::stream)
                .map(problem -> Finding.problem(
                        SUBJECT, problem, "it is tried again in a moment; look at the data folder and its disk"))
                .toList();
        return wrong.isEmpty() ? List.of(Finding.ok(SUBJECT, "it stores and tells all it is asked to")) : wrong;
    }
}
