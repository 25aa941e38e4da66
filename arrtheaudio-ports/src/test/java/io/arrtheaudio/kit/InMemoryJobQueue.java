package io.arrtheaudio.kit;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobQueue;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Hands out jobs in memory. Strict: settling or renewing a job that was never handed out is an {@link AssertionError}, and so
 * is a lease that has run out before it begins.
 *
 * <p>Thread-safe.
 */
public final class InMemoryJobQueue implements JobQueue {

    private final JobShelf shelf;
    private final OwnerLocks locks;

    InMemoryJobQueue(JobShelf shelf, OwnerLocks locks) {
        this.shelf = shelf;
        this.locks = locks;
    }

    @Override
    public Optional<Job> claim(ClaimRule rule, Instant now) {
        if (!rule.leaseUntil().isAfter(now)) {
            throw new AssertionError("a lease until " + rule.leaseUntil() + " has run out at " + now);
        }
        return shelf.step(() -> {
            shelf.endOfCancelledBatches(now);
            List<Job> running = running(any -> true);
            Set<String> busy = running.stream().map(job -> job.file().key()).collect(Collectors.toSet());
            return shelf.pending()
                    .filter(job -> !job.times().due().isAfter(now))
                    .filter(job -> !busy.contains(job.file().key()))
                    .filter(job -> hasRoom(rule, job, running))
                    .findFirst()
                    .map(job -> shelf.put(JobLife.claimed(job, locks.mine(), rule.leaseUntil(), now), now));
        });
    }

    private static boolean hasRoom(ClaimRule rule, Job job, List<Job> running) {
        return job.file()
                .container()
                .filter(rule.mostRunning()::containsKey)
                .map(container -> rule.mostRunning().get(container)
                        > running.stream()
                                .filter(other -> other.file()
                                        .container()
                                        .equals(job.file().container()))
                                .count())
                .orElse(true);
    }

    @Override
    public Map<String, Hold> renew(Collection<Job> claimed, Instant until) {
        claimed.forEach(InMemoryJobQueue::mustBeHandedOut);
        return shelf.step(() -> {
            Map<String, Hold> holds = new LinkedHashMap<>();
            claimed.forEach(job -> holds.put(job.id(), renew(job, until)));
            return holds;
        });
    }

    private Hold renew(Job claimed, Instant until) {
        return held(claimed)
                .map(job -> shelf.put(JobLife.renewed(job, until), until))
                .map(job -> job.lease().cancelAsked() ? Hold.CANCEL_ASKED : Hold.HELD)
                .orElse(Hold.LOST);
    }

    @Override
    public Optional<Job> settle(Job claimed, Settlement settlement, Instant now) {
        mustBeHandedOut(claimed);
        return shelf.step(() -> held(claimed).map(job -> shelf.put(JobLife.settled(job, settlement, now), now)));
    }

    private Optional<Job> held(Job claimed) {
        return shelf.find(claimed.id()).filter(job -> job.isHeldAs(claimed));
    }

    @Override
    public List<Job> giveBack(String because, Instant now) {
        return shelf.step(() -> running(job -> job.lease().owner().equals(locks.mine())).stream()
                .map(job -> shelf.put(JobLife.settled(job, new Settlement.GiveBack(because), now), now))
                .toList());
    }

    @Override
    public List<Job> takeBack(int tries, Instant now) {
        return shelf.step(() ->
                running(job -> !job.lease().until().isAfter(now)
                                || locks.isFree(job.lease().owner()))
                        .stream()
                        .map(job -> shelf.put(JobLife.lost(job, tries, now), now))
                        .toList());
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return shelf.step(() -> shelf.pending()
                .filter(job -> job.times().due().isAfter(now))
                .map(job -> job.times().due())
                .min(Comparator.naturalOrder()));
    }

    private List<Job> running(Predicate<Job> which) {
        return shelf.running().filter(which).toList();
    }

    private static void mustBeHandedOut(Job job) {
        if (job.state() != JobState.RUNNING) {
            throw new AssertionError("job " + job.id() + " was not handed out: it is " + job.state());
        }
    }
}
