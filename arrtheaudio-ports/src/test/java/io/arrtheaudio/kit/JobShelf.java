package io.arrtheaudio.kit;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.JobTicket.How;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.WebhookCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What all runs that share jobs in memory have in common. One at a time has it: {@link #step}. */
final class JobShelf {

    private static final Comparator<Job> MOST_URGENT = Comparator.comparing(
                    (Job job) -> job.request().priority())
            .thenComparing(job -> job.times().created())
            .thenComparing(job -> number(job.id()));

    final NavigableMap<Long, Job> jobs = new TreeMap<>();
    final NavigableMap<Long, Batch> batches = new TreeMap<>();
    final Map<Long, String> finders = new TreeMap<>();
    final NavigableMap<Long, WebhookCall> webhooks = new TreeMap<>();
    final InMemoryToldTitles told = new InMemoryToldTitles();
    final Map<Long, NavigableSet<Long>> jobsOfWebhook = new TreeMap<>();
    final Map<Long, NavigableSet<Long>> jobsOfBatch = new TreeMap<>();
    private final NavigableSet<Job> pending = new TreeSet<>(MOST_URGENT);
    private final Map<String, NavigableSet<Long>> pendingOfFile = new HashMap<>();
    private final NavigableMap<Long, Job> running = new TreeMap<>();
    private long lastId;

    /** Does something alone, wholly or not at all as far as jobs are concerned. */
    synchronized <T> T step(Supplier<T> work) {
        return work.get();
    }

    long newId() {
        return ++lastId;
    }

    /** 0, which nothing has, if it is no id. */
    static long number(String id) {
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0;
    }

    Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(number(id)));
    }

    Stream<Job> all(Predicate<Job> which) {
        return new ArrayList<>(jobs.values()).stream().filter(which);
    }

    long count(JobState state) {
        return all(job -> job.state() == state).count();
    }

    boolean isRunning(String fileKey) {
        return running().anyMatch(job -> job.file().key().equals(fileKey));
    }

    /** What somebody works on, the oldest id first. */
    Stream<Job> running() {
        return new ArrayList<>(running.values()).stream();
    }

    /** What can be taken up now or later, the most urgent first; not to be changed meanwhile. */
    Stream<Job> pending() {
        return pending.stream();
    }

    /** Accepts all of them if there is room. */
    Submission submit(List<JobRequest> requests, long limit, Instant now) {
        long more = requests.stream()
                .filter(request -> pendingFor(request).isEmpty())
                .map(request -> request.file().key() + request.dryRun())
                .distinct()
                .count();
        long queued = count(JobState.QUEUED);
        return more > 0 && queued + more > limit
                ? new Submission.QueueFull(queued, limit)
                : new Submission.Accepted(
                        requests.stream().map(request -> accept(request, now)).toList());
    }

    JobTicket accept(JobRequest request, Instant now) {
        Optional<Job> pending = pendingFor(request);
        if (pending.isPresent()) {
            Job joined = put(JobLife.joined(pending.get(), request, now), now);
            return new JobTicket(joined.id(), How.JOINED);
        }
        How how = isRunning(request.file().key()) ? How.FOLLOW_UP : How.NEW;
        Job job = put(JobLife.accepted(String.valueOf(newId()), request, now), now);
        return new JobTicket(job.id(), how);
    }

    /** Keeps a job as it is now; one that would be the second pending one of its file goes on in the first. */
    Job put(Job job, Instant now) {
        Optional<Job> other = job.state().isPending() ? otherPending(job) : Optional.empty();
        if (other.isPresent()) {
            keep(JobLife.joined(other.get(), job.request(), now));
            jobsOfWebhook.values().stream()
                    .filter(ids -> ids.contains(number(job.id())))
                    .forEach(ids -> ids.add(number(other.get().id())));
            return put(JobLife.absorbed(job, other.get().id(), now), now);
        }
        keep(job);
        if (job.state().isEnd()) {
            count(job, now);
        }
        return job;
    }

    private void keep(Job job) {
        long id = number(job.id());
        Optional.ofNullable(jobs.put(id, job))
                .filter(old -> old.state().isPending())
                .ifPresent(old -> {
                    pending.remove(old);
                    pendingOfFile.get(old.file().key()).remove(id);
                });
        running.remove(id);
        if (job.state().isPending()) {
            pending.add(job);
            pendingOfFile
                    .computeIfAbsent(job.file().key(), any -> new TreeSet<>())
                    .add(id);
        } else if (job.state() == JobState.RUNNING) {
            running.put(id, job);
        }
    }

    /** What came back to a batch that was cancelled meanwhile, and nobody else asked for. */
    void endOfCancelledBatches(Instant now) {
        if (batches.values().stream().noneMatch(batch -> batch.state() == BatchState.CANCELLED)) {
            return;
        }
        pending().toList().forEach(job -> {
            Batch batch = batches.get(number(job.request().batch()));
            if (batch != null && batch.state() == BatchState.CANCELLED) {
                put(JobLife.cancelled(job, batch.note(), now), now);
            }
        });
    }

    private void count(Job ended, Instant now) {
        jobsOfBatch.forEach((batch, ids) -> {
            if (ids.contains(number(ended.id()))) {
                batches.computeIfPresent(
                        batch, (id, old) -> old.with(old.progress().ended(ended), now));
            }
        });
    }

    private Optional<Job> pendingFor(JobRequest request) {
        return pendingThatJoin(request).findFirst();
    }

    private Optional<Job> otherPending(Job job) {
        return pendingThatJoin(job.request())
                .filter(other -> !other.id().equals(job.id()))
                .findFirst();
    }

    private Stream<Job> pendingThatJoin(JobRequest request) {
        return pendingOfFile.getOrDefault(request.file().key(), new TreeSet<>()).stream()
                .map(jobs::get)
                .filter(job -> job.request().canJoin(request));
    }

    static NavigableSet<Long> ids(Map<Long, NavigableSet<Long>> of, long id) {
        return of.computeIfAbsent(id, any -> new TreeSet<>());
    }
}
