package io.arrtheaudio.kit;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.EndedBefore;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jobs in memory, which several runs may share. Strict: a request that is handed in as part of a webhook or a batch, which
 * only a store can make it, is an {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryJobStore implements JobStore {

    private static final Set<WaitReason> WAITS_FOR_ITS_FILE = EnumSet.of(WaitReason.UNMAPPED, WaitReason.MISSING_FILE);

    private final JobShelf shelf;

    private InMemoryJobStore(JobShelf shelf) {
        this.shelf = shelf;
    }

    /** Jobs of a place of their own, as this run sees them. */
    public static JobStores openNew(OwnerLocks locks) {
        return open(new JobShelf(), locks);
    }

    /** The same jobs, as another run sees them. */
    public JobStores sharedWith(OwnerLocks locks) {
        return open(shelf, locks);
    }

    static JobStores open(JobShelf shelf, OwnerLocks locks) {
        return new JobStores(
                new InMemoryJobStore(shelf),
                new InMemoryJobQueue(shelf, locks),
                new InMemoryBatchStore(shelf, locks),
                shelf.told);
    }

    @Override
    public Submission submit(List<JobRequest> requests, long limit, Instant now) {
        requests.forEach(InMemoryJobStore::mustBelongToNobody);
        return shelf.step(() -> shelf.submit(requests, limit, now));
    }

    @Override
    public Webhook receive(WebhookCall call, List<JobRequest> requests, ToldTitle told) {
        requests.forEach(InMemoryJobStore::mustBelongToNobody);
        return shelf.step(() -> {
            long id = shelf.newId();
            shelf.webhooks.put(id, call);
            shelf.told.put(told);
            for (JobRequest request : requests) {
                JobTicket ticket = shelf.accept(request.ofWebhook(String.valueOf(id)), call.at());
                JobShelf.ids(shelf.jobsOfWebhook, id).add(JobShelf.number(ticket.job()));
            }
            return webhook(String.valueOf(id)).orElseThrow();
        });
    }

    @Override
    public Optional<Job> cancel(String id, String because, Instant now) {
        return shelf.step(() -> shelf.find(id)
                .map(job -> job.state().isEnd() ? job : shelf.put(JobLife.cancelled(job, because, now), now)));
    }

    @Override
    public List<Job> cancelBelow(String key, String because, Instant now) {
        return shelf.step(() -> shelf.all(
                        job -> job.state().isPending() && job.file().isAtOrBelow(key))
                .map(job -> shelf.put(JobLife.cancelled(job, because, now), now))
                .toList());
    }

    @Override
    public List<Job> move(String from, JobFile to, Instant now) {
        return shelf.step(() -> shelf.all(
                        job -> job.state().isPending() && job.file().key().equals(from))
                .map(job -> shelf.put(JobLife.moved(job, to, now), now))
                .toList());
    }

    @Override
    public int lookAgain(Instant now) {
        return shelf.step(() -> shelf.all(
                        job -> WAITS_FOR_ITS_FILE.contains(job.waiting().reason())
                                && job.state() == JobState.WAITING
                                && job.times().due().isAfter(now))
                .map(job -> shelf.put(JobLife.lookedAtAgain(job, now), now))
                .toList()
                .size());
    }

    @Override
    public Optional<JobTicket> retry(String id, boolean force, Instant now) {
        return shelf.step(() -> shelf.find(id).map(job -> {
            JobRequest request = job.request().retried(force);
            JobTicket ticket = shelf.accept(request, now);
            shelf.jobsOfWebhook.values().stream()
                    .filter(ids -> ids.contains(JobShelf.number(id)))
                    .forEach(ids -> ids.add(JobShelf.number(ticket.job())));
            return ticket;
        }));
    }

    @Override
    public long count(EndedBefore before) {
        return shelf.step(() -> shelf.all(job -> isOld(job, before)).count());
    }

    private static boolean isOld(Job job, EndedBefore before) {
        return job.state().isEnd() && job.times().ended().isBefore(before.of(job.state()));
    }

    @Override
    public int forget(EndedBefore before, int atMost) {
        return shelf.step(() -> {
            List<Long> old = shelf.all(job -> isOld(job, before))
                    .map(job -> JobShelf.number(job.id()))
                    .limit(atMost)
                    .toList();
            shelf.jobs.keySet().removeAll(old);
            shelf.jobsOfWebhook.values().forEach(ids -> ids.removeAll(old));
            shelf.jobsOfBatch.values().forEach(ids -> ids.removeAll(old));
            return old.size() + forgetEmpty(before.completed(), atMost - old.size());
        });
    }

    private int forgetEmpty(Instant before, int atMost) {
        List<Long> webhooks = shelf.webhooks.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(before)
                        && JobShelf.ids(shelf.jobsOfWebhook, entry.getKey()).isEmpty())
                .map(Map.Entry::getKey)
                .limit(atMost)
                .toList();
        List<Long> batches = shelf.batches.entrySet().stream()
                .filter(entry -> !entry.getValue().state().isRunning()
                        && entry.getValue().ended().isBefore(before)
                        && JobShelf.ids(shelf.jobsOfBatch, entry.getKey()).isEmpty())
                .map(Map.Entry::getKey)
                .limit(atMost - webhooks.size())
                .toList();
        shelf.webhooks.keySet().removeAll(webhooks);
        shelf.batches.keySet().removeAll(batches);
        return webhooks.size() + batches.size();
    }

    @Override
    public Optional<Job> find(String id) {
        return shelf.step(() -> shelf.find(id));
    }

    @Override
    public JobPage list(JobQuery query) {
        return shelf.step(() -> {
            List<Job> found = candidates(query)
                    .filter(job ->
                            query.before().isEmpty() || JobShelf.number(job.id()) < JobShelf.number(query.before()))
                    .filter(query::fits)
                    .limit(query.atMost() + 1L)
                    .toList();
            return found.size() <= query.atMost()
                    ? new JobPage(found, "")
                    : new JobPage(
                            found.subList(0, query.atMost()),
                            found.get(query.atMost() - 1).id());
        });
    }

    private Stream<Job> candidates(JobQuery query) {
        NavigableSet<Long> ids = new TreeSet<>(shelf.jobs.keySet());
        if (!query.webhook().isEmpty()) {
            ids.retainAll(JobShelf.ids(shelf.jobsOfWebhook, JobShelf.number(query.webhook())));
        }
        if (!query.batch().isEmpty()) {
            ids.retainAll(JobShelf.ids(shelf.jobsOfBatch, JobShelf.number(query.batch())));
        }
        return ids.descendingSet().stream().map(shelf.jobs::get);
    }

    @Override
    public QueueFigures figures(Instant now) {
        return shelf.step(() -> {
            Map<JobState, Long> states =
                    shelf.all(any -> true).collect(Collectors.groupingBy(Job::state, Collectors.counting()));
            Map<WaitReason, Long> waiting = shelf.all(job -> job.state() == JobState.WAITING)
                    .collect(Collectors.groupingBy(job -> job.waiting().reason(), Collectors.counting()));
            Duration oldest = shelf.all(job -> job.state() == JobState.QUEUED)
                    .findFirst()
                    .map(job -> Duration.between(job.times().created(), now))
                    .orElse(Duration.ZERO);
            return new QueueFigures(states, waiting, oldest);
        });
    }

    @Override
    public Optional<Webhook> webhook(String id) {
        return shelf.step(() -> Optional.ofNullable(shelf.webhooks.get(JobShelf.number(id)))
                .map(call -> new Webhook(
                        id,
                        call,
                        new ArrayList<>(JobShelf.ids(shelf.jobsOfWebhook, JobShelf.number(id)))
                                .stream().map(String::valueOf).toList())));
    }

    private static void mustBelongToNobody(JobRequest request) {
        if (!request.webhook().isEmpty() || !request.batch().isEmpty()) {
            throw new AssertionError("a request is handed in as part of a webhook or a batch: " + request);
        }
    }
}
