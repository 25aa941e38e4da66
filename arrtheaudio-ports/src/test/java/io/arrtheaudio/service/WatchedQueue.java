package io.arrtheaudio.service;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue that counts what is asked of it; a test may let something happen before a claim or a settlement. */
final class WatchedQueue implements JobQueue {

    final AtomicInteger claims = new AtomicInteger();
    final AtomicInteger settlements = new AtomicInteger();
    final AtomicInteger renewals = new AtomicInteger();
    final AtomicInteger looksAhead = new AtomicInteger();
    volatile Runnable beforeClaim = () -> {};
    volatile Runnable beforeSettlement = () -> {};
    volatile Runnable beforeRenewal = () -> {};
    private final JobQueue queue;

    WatchedQueue(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public Optional<Job> claim(ClaimRule rule, Instant now) {
        claims.incrementAndGet();
        beforeClaim.run();
        return queue.claim(rule, now);
    }

    @Override
    public Map<String, Hold> renew(Collection<Job> claimed, Instant until) {
        renewals.incrementAndGet();
        beforeRenewal.run();
        return queue.renew(claimed, until);
    }

    @Override
    public Optional<Job> settle(Job claimed, Settlement settlement, Instant now) {
        settlements.incrementAndGet();
        beforeSettlement.run();
        return queue.settle(claimed, settlement, now);
    }

    @Override
    public List<Job> giveBack(String because, Instant now) {
        return queue.giveBack(because, now);
    }

    @Override
    public List<Job> takeBack(int tries, Instant now) {
        return queue.takeBack(tries, now);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        looksAhead.incrementAndGet();
        return queue.nextDue(now);
    }
}
