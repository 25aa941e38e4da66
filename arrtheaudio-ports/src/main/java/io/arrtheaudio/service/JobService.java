package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.in.JobWatcher;
import io.arrtheaudio.port.out.JobStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work into the store, wakes the workers, and tells those who watch.
 *
 * <p>Thread-safe.
 */
public final class JobService implements JobDesk {

    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);

    private final JobStore store;
    private final JobBulletin bulletin;
    private final WorkSignal work;
    private final long limit;
    private final InstantSource clock;
    private final StoreTrouble refusals;

    /** @param limit so many jobs may be queued; webhooks find room all the same */
    public JobService(JobStore store, JobBulletin bulletin, WorkSignal work, long limit, InstantSource clock) {
        this.store = store;
        this.bulletin = bulletin;
        this.refusals = new StoreTrouble("store what is received", "whoever sent it is told so", bulletin.tally());
        this.work = work;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Submission submit(List<JobRequest> requests) {
        Submission submission = stored(() -> store.submit(requests, limit, clock.instant()));
        submission.fold(
                accepted ->
                        hasWork(accepted.tickets().stream().map(JobTicket::job).toList()),
                full -> false);
        return submission;
    }

    @Override
    public Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told) {
        Webhook webhook = stored(() -> store.receive(call, requests, told));
        hasWork(webhook.jobs());
        return webhook;
    }

    private <T> T stored(Supplier<T> storing) {
        try {
            T stored = storing.get();
            refusals.over();
            return stored;
        } catch (AudioFixException e) {
            refusals.met(e);
            throw e;
        }
    }

    /** Why the store refused what was received last; empty if it did not, or has been seen to work since. */
    Optional<String> refusal() {
        return refusals.problem();
    }

    /** The store was seen to work after it had refused something for this reason. */
    void isMended(String refusal) {
        refusals.over(refusal);
    }

    @Override
    public int gone(JobFile gone, String because) {
        List<Job> ended = store.cancelBelow(gone.key(), because, clock.instant());
        bulletin.tally().ended(ended);
        bulletin.changed(ended);
        return ended.size();
    }

    @Override
    public int moved(JobFile from, JobFile to) {
        if (from.key().equals(to.key())) {
            return 0;
        }
        List<Job> moved = store.move(from.key(), to, clock.instant());
        bulletin.tally().ended(moved);
        bulletin.changed(moved);
        work.wake();
        return moved.size();
    }

    /** Files may be found elsewhere by now: what waits for its file is looked at again at once. */
    public void lookAgain() {
        int jobs = store.lookAgain(clock.instant());
        LOG.info("{} jobs that wait for their files are looked at again", jobs);
        work.wake();
    }

    @Override
    public Optional<Job> cancel(String id, String because) {
        Instant now = clock.instant();
        Optional<Job> job = store.cancel(id, because, now);
        job.filter(cancelled -> hasEndedAt(cancelled, now))
                .ifPresent(cancelled -> bulletin.tally().ended(List.of(cancelled)));
        job.ifPresent(bulletin::changed);
        job.ifPresent(work::unwanted);
        return job;
    }

    /** One that ended before is answered as well. */
    private static boolean hasEndedAt(Job job, Instant now) {
        return job.times().ended().equals(now.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public Optional<JobTicket> retry(String id, boolean force) {
        Optional<JobTicket> ticket = store.retry(id, force, clock.instant());
        ticket.ifPresent(made -> hasWork(List.of(made.job())));
        return ticket;
    }

    @Override
    public Optional<Job> find(String id) {
        return store.find(id);
    }

    @Override
    public JobPage list(JobQuery query) {
        return store.list(query);
    }

    @Override
    public Optional<Webhook> webhook(String id) {
        return store.webhook(id);
    }

    @Override
    public QueueFigures figures() {
        return store.figures(clock.instant());
    }

    @Override
    public JobWatch watch(JobWatcher watcher) {
        return bulletin.watch(watcher);
    }

    private boolean hasWork(List<String> jobs) {
        work.wake();
        if (bulletin.isWatched()) {
            tell(jobs);
        }
        return true;
    }

    /** What is accepted stays accepted if it cannot be told. */
    private void tell(List<String> jobs) {
        try {
            bulletin.changed(
                    jobs.stream().flatMap(id -> store.find(id).stream()).toList());
        } catch (AudioFixException e) {
            LOG.warn("those who watch are not told of {} jobs that were accepted", jobs.size(), e);
        }
    }
}
