package io.arrtheaudio.service;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.out.EndedBefore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Forgets in small steps, so that others get their turn between them. Who asked for what is forgotten by its own rule only,
 * whatever age of jobs somebody asks for. By itself it forgets neither changes, nor answers that are better than none while
 * nobody can be asked, and wakes no disk to look for files.
 *
 * <p>Thread-safe.
 */
public final class HousekeepingService implements Housekeeping {

    private static final int STEP = 1_000;

    /** Whoever still works on a file touches it far more often. */
    private static final Duration LEFT = Duration.ofDays(1);

    private final Kept kept;
    private final KeepRules rules;
    private final CacheRules holding;
    private final InstantSource clock;

    /**
     * Everything from outside is handed in.
     *
     * @param holding how long answers about titles hold
     */
    public HousekeepingService(Kept kept, KeepRules rules, CacheRules holding, InstantSource clock) {
        this.kept = kept;
        this.rules = rules;
        this.holding = holding;
        this.clock = clock;
    }

    @Override
    public Forgotten cleanUp() {
        Instant now = clock.instant();
        EndedBefore ended = ended(now, CleanUp.AS_SETTINGS_SAY);
        return new Forgotten(forgetJobs(ended), forgetAudit(now), 0, 0, 0);
    }

    @Override
    public Forgotten cleanUp(CleanUp wish) {
        Instant now = clock.instant();
        EndedBefore ended = ended(now, wish);
        return wish.dryRun() ? count(now, ended, wish) : forget(now, ended, wish);
    }

    private Forgotten count(Instant now, EndedBefore ended, CleanUp wish) {
        return new Forgotten(
                kept.jobs().count(ended),
                kept.audit().count(now.minus(rules.audit())),
                outdated(now).size(),
                kept.files().find(now.minus(LEFT)).size(),
                wish.journalAge()
                        .map(age -> kept.changes().count(now.minus(age)))
                        .orElse(0L));
    }

    private Forgotten forget(Instant now, EndedBefore ended, CleanUp wish) {
        return new Forgotten(
                forgetJobs(ended),
                forgetAudit(now),
                forgetAnswers(now),
                removeFiles(now.minus(LEFT)),
                wish.journalAge()
                        .map(age -> toTheLast(() -> kept.changes().forget(now.minus(age), STEP)))
                        .orElse(0L));
    }

    private EndedBefore ended(Instant now, CleanUp wish) {
        Instant ended = now.minus(wish.age().orElse(rules.jobs()));
        EndedBefore all = new EndedBefore(ended, now.minus(wish.age().orElse(rules.failedJobs())), ended);
        return wish.states().isEmpty() ? all : all.only(wish.states());
    }

    private long forgetJobs(EndedBefore ended) {
        return toTheLast(() -> kept.jobs().forget(ended, STEP));
    }

    private long forgetAudit(Instant now) {
        return toTheLast(() -> kept.audit().forget(now.minus(rules.audit()), STEP));
    }

    private long forgetAnswers(Instant now) {
        List<String> titles = outdated(now);
        return titles.isEmpty() ? 0 : kept.answers().forget(titles); // an empty list would mean all
    }

    private List<String> outdated(Instant now) {
        return kept.answers().all().stream()
                .filter(answer -> !holding.holds(answer, now))
                .map(KnownLanguage::title)
                .toList();
    }

    private long removeFiles(Instant before) {
        long removed = 0;
        for (Path file : kept.files().find(before)) {
            removed += kept.files().remove(file, before) ? 1 : 0;
        }
        return removed;
    }

    private static long toTheLast(IntSupplier step) {
        long sum = 0;
        for (int done = step.getAsInt(); done > 0; done = step.getAsInt()) {
            sum += done;
        }
        return sum;
    }
}
