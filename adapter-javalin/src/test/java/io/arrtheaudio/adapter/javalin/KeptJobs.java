package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.in.JobWatcher;
import io.arrtheaudio.port.out.ClaimRule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Jobs in memory, and whoever watches them. */
final class KeptJobs implements JobDesk {

    private final Supplier<JobStores> stores;
    private final InstantSource clock;
    private final List<JobWatcher> watchers = new CopyOnWriteArrayList<>();

    KeptJobs(Supplier<JobStores> stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** Accepts one request. */
    String submit(JobRequest request) {
        return submit(List.of(request))
                .fold(accepted -> accepted.tickets().get(0).job(), full -> "");
    }

    /** A worker takes up the job that is next. */
    Job claim() {
        ClaimRule rule = ClaimRule.anything(clock.instant().plus(Duration.ofMinutes(1)));
        return stores.get().queue().claim(rule, clock.instant()).orElseThrow();
    }

    /** A worker takes up the job that is next, and lets go of it. */
    Job work(Settlement settlement) {
        return stores.get().queue().settle(claim(), settlement, clock.instant()).orElseThrow();
    }

    /** Tells everybody who watches. */
    void tell(JobEvent event) {
        watchers.forEach(watcher -> watcher.happened(event));
    }

    int watchers() {
        return watchers.size();
    }

    @Override
    public Submission submit(List<JobRequest> requests) {
        return stores.get().store().submit(requests, Long.MAX_VALUE, clock.instant());
    }

    @Override
    public Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told) {
        return stores.get().store().receive(call, requests, told);
    }

    @Override
    public int gone(JobFile gone, String because) {
        return stores.get()
                .store()
                .cancelBelow(gone.key(), because, clock.instant())
                .size();
    }

    @Override
    public int moved(JobFile from, JobFile to) {
        return stores.get().store().move(from.key(), to, clock.instant()).size();
    }

    @Override
    public Optional<Job> cancel(String id, String because) {
        return stores.get().store().cancel(id, because, clock.instant());
    }

    @Override
    public Optional<JobTicket> retry(String id, boolean force) {
        return stores.get().store().retry(id, force, clock.instant());
    }

    @Override
    public Optional<Job> find(String id) {
        return stores.get().store().find(id);
    }

    @Override
    public JobPage list(JobQuery query) {
        return stores.get().store().list(query);
    }

    @Override
    public Optional<Webhook> webhook(String id) {
        return stores.get().store().webhook(id);
    }

    @Override
    public QueueFigures figures() {
        return stores.get().store().figures(clock.instant());
    }

    @Override
    public JobWatch watch(JobWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
