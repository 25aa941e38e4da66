package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks whether workers are alive, and whether what they work on moves. Waits for nothing.
 *
 * <p>Thread-safe.
 */
public final class WorkersProbe implements HealthProbe {

    private static final String SUBJECT = "workers";

    private final Workers workers;
    private final WorkerRules rules;
    private final InstantSource clock;

    /** @param rules by which they work */
    public WorkersProbe(Workers workers, WorkerRules rules, InstantSource clock) {
        this.workers = workers;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> wrong = Stream.of(store(), stuck().stream(), dead(), replaced())
                .flatMap(findings -> findings)
                .toList();
        return wrong.isEmpty() ? List.of(Finding.ok(SUBJECT, figures())) : wrong;
    }

    private String figures() {
        return workers.alive() + " of " + rules.workers() + ", jobs in hand: "
                + workers.inHand().size();
    }

    private Stream<Finding> store() {
        return workers.problems()
                .map(problem -> Finding.problem(
                        SUBJECT, problem, "it is tried until it works; look at the data folder and its disk"));
    }

    /** Jobs that do not move any more; the words are the same until they do. */
    List<Finding> stuck() {
        Instant now = clock.instant();
        return workers.inHand().stream()
                .filter(work -> Duration.between(work.moved(), now).compareTo(rules.patience()) > 0)
                .sorted(Comparator.comparing(WorkInHand::moved))
                .map(WorkersProbe::stuck)
                .toList();
    }

    private static Finding stuck(WorkInHand work) {
        String copied = work.bytes() == 0 ? "" : ", when " + work.bytes() + " bytes of a new file were written";
        return Finding.problem(
                SUBJECT,
                "job " + work.job().id() + " of " + work.job().file().received() + " has not moved since "
                        + work.moved() + copied,
                "see whether the disk of the file answers; cancel the job, or restart the program");
    }

    private Stream<Finding> dead() {
        int missing = rules.workers() - workers.alive();
        return missing <= 0 || workers.isStopping()
                ? Stream.empty()
                : Stream.of(Finding.problem(
                        SUBJECT,
                        missing + " of " + rules.workers() + " are dead",
                        "they are replaced within seconds; if not, restart the program"));
    }

    private Stream<Finding> replaced() {
        return workers.died() == 0
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        SUBJECT,
                        "since the start " + workers.died() + " died and were replaced, the last one of "
                                + workers.lastDeath(),
                        "give the program more memory if it was that; else please report this"));
    }
}
