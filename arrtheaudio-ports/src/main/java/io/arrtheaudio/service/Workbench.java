package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where workers get jobs and hand them in, and where it is known who has which. A short job costs the store two steps, one at
 * either end; only what takes longer is held longer. Whatever the store throws is thrown on.
 *
 * <p>Thread-safe.
 */
final class Workbench {

    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final JobQueue queue;
    private final WorkerRules rules;
    private final JobBulletin bulletin;
    private final InstantSource clock;
    private final Set<WorkInHand> inHand = ConcurrentHashMap.newKeySet();
    private volatile Instant lastTaken;

    Workbench(JobQueue queue, WorkerRules rules, JobBulletin bulletin, InstantSource clock) {
        this.queue = queue;
        this.rules = rules;
        this.bulletin = bulletin;
        this.clock = clock;
        this.lastTaken = clock.instant();
    }

    /** A job to do, if there is one. It must be let go. */
    Optional<WorkInHand> take() {
        Instant now = clock.instant();
        Optional<Job> claimed = queue.claim(new ClaimRule(now.plus(rules.lease()), rules.mostRunning()), now);
        claimed.ifPresent(bulletin::changed);
        return claimed.map(job -> {
            WorkInHand work = new WorkInHand(job, clock);
            inHand.add(work);
            lastTaken = now;
            return work;
        });
    }

    /** Tells what became of a job; that of one that somebody else has by now counts for nothing. */
    void settle(WorkInHand work, Settlement settlement) {
        queue.settle(work.job(), settlement, clock.instant())
                .ifPresentOrElse(
                        now -> tell(work.job(), now),
                        () -> LOG.warn(
                                "job {} of {} was held too long and somebody else has it by now; what became of it"
                                        + " here counts for nothing: {}",
                                work.job().id(),
                                work.job().file().received(),
                                settlement));
    }

    private void tell(Job claimed, Job job) {
        bulletin.tally().settled(claimed, job);
        bulletin.changed(job);
        JobLog.tell(job);
    }

    /** It is not held longer. */
    void letGo(WorkInHand work) {
        inHand.remove(work);
    }

    /** How long to wait for the next job that is known of, but not longer than a nap. */
    Duration pause() {
        Instant now = clock.instant();
        Duration next = queue.nextDue(now)
                .map(due -> Duration.between(now, due))
                .filter(time -> time.compareTo(rules.nap()) < 0)
                .orElse(rules.nap());
        return next.plusMillis(1); // what is due in less than a millisecond is not to be asked for all the time
    }

    /** Somebody wants a job no longer; it stops if it is still held as it was when they said so. */
    void stop(Job unwanted) {
        if (unwanted.lease().cancelAsked()) {
            inHand.stream()
                    .filter(work -> unwanted.isHeldAs(work.job()))
                    .forEach(work -> work.stop(WorkInHand.Stop.CANCELLED));
        }
    }

    /** Holds longer what takes longer, and tells those to stop who are to. */
    void renew() {
        Instant now = clock.instant();
        Map<String, WorkInHand> held = new HashMap<>();
        inHand.stream()
                .filter(work -> work.stop() != WorkInHand.Stop.LOST && isLong(work, now))
                .forEach(work -> held.merge(work.job().id(), work, Workbench::newer));
        if (!held.isEmpty()) {
            List<Job> jobs = held.values().stream().map(WorkInHand::job).toList();
            queue.renew(jobs, now.plus(rules.lease())).forEach((id, hold) -> heed(held.get(id), hold));
        }
    }

    private boolean isLong(WorkInHand work, Instant now) {
        Duration held = Duration.between(work.job().times().started(), now);
        return held.compareTo(rules.betweenRenewals()) >= 0;
    }

    /** Of two that have the same job the one that got it first has lost it. */
    private static WorkInHand newer(WorkInHand one, WorkInHand other) {
        boolean isOne = one.job().tries().claims() > other.job().tries().claims();
        (isOne ? other : one).stop(WorkInHand.Stop.LOST);
        return isOne ? one : other;
    }

    private static void heed(WorkInHand work, JobQueue.Hold hold) {
        switch (hold) {
            case HELD -> {}
            case CANCEL_ASKED -> work.stop(WorkInHand.Stop.CANCELLED);
            case LOST -> work.stop(WorkInHand.Stop.LOST);
        }
    }

    /**
     * Takes back what is held by those who are gone.
     *
     * @return whether there was any
     */
    boolean takeBack() {
        List<Job> lost = queue.takeBack(rules.tries(), clock.instant());
        lost.forEach(job -> LOG.warn(
                "job {} of {} was left in the middle of its work; it is {} now",
                job.id(),
                job.file().received(),
                job.state().word()));
        bulletin.tally().takenBack(lost);
        lost.forEach(bulletin::changed);
        return !lost.isEmpty();
    }

    /** Gives back all that is held, by whomever in this program. */
    void giveBack(String because) {
        List<Job> given = queue.giveBack(because, clock.instant());
        bulletin.tally().ended(given);
        given.forEach(bulletin::changed);
    }

    /** What somebody works on. */
    Collection<WorkInHand> inHand() {
        return List.copyOf(inHand);
    }

    /** When somebody got a job last, or when the workers began. */
    Instant lastTaken() {
        return lastTaken;
    }
}
