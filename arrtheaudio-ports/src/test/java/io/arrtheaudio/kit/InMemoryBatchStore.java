package io.arrtheaudio.kit;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchStart;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Batches in memory. Strict: a file that is handed in as part of a webhook or a batch is an {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryBatchStore implements BatchStore {

    private final JobShelf shelf;
    private final OwnerLocks locks;

    InMemoryBatchStore(JobShelf shelf, OwnerLocks locks) {
        this.shelf = shelf;
        this.locks = locks;
    }

    @Override
    public BatchStart start(BatchRequest request, Instant now) {
        return shelf.step(() -> {
            Optional<Batch> running = shelf.batches.values().stream()
                    .filter(batch ->
                            batch.state().isRunning() && batch.request().path().equals(request.path()))
                    .findFirst();
            if (running.isPresent()) {
                return new BatchStart.AlreadyRunning(running.get());
            }
            long id = shelf.newId();
            Batch batch = Batch.started(String.valueOf(id), request, now);
            shelf.batches.put(id, batch);
            shelf.finders.put(id, locks.mine());
            return new BatchStart.Started(batch);
        });
    }

    @Override
    public Optional<Submission> append(String id, List<JobRequest> found, long limit, Instant now) {
        for (JobRequest request : found) {
            if (!request.webhook().isEmpty() || !request.batch().isEmpty()) {
                throw new AssertionError("a file is handed in as part of a webhook or a batch: " + request);
            }
        }
        return shelf.step(() -> mine(id).map(batch -> append(batch, found, limit, now)));
    }

    private Submission append(Batch batch, List<JobRequest> found, long limit, Instant now) {
        NavigableSet<Long> members = JobShelf.ids(shelf.jobsOfBatch, JobShelf.number(batch.id()));
        Map<String, String> known = new HashMap<>();
        members.forEach(member -> known.put(
                shelf.jobs.get(member).file().key(), shelf.jobs.get(member).id()));
        List<JobRequest> unknown = found.stream()
                .filter(request -> !known.containsKey(request.file().key()))
                .map(request -> request.ofBatch(batch.id()))
                .toList();
        return shelf.submit(unknown, limit, now)
                .fold(
                        accepted -> {
                            int before = members.size();
                            accepted.tickets().forEach(ticket -> members.add(JobShelf.number(ticket.job())));
                            put(batch.with(batch.progress().found(members.size() - before), now));
                            return new Submission.Accepted(inOrder(found, known, accepted.tickets()));
                        },
                        full -> full);
    }

    private static List<JobTicket> inOrder(List<JobRequest> found, Map<String, String> known, List<JobTicket> tickets) {
        List<JobTicket> all = new ArrayList<>();
        int next = 0;
        for (JobRequest request : found) {
            String member = known.get(request.file().key());
            all.add(member == null ? tickets.get(next++) : new JobTicket(member, JobTicket.How.JOINED));
        }
        return all;
    }

    @Override
    public Optional<Batch> note(String id, String note) {
        return shelf.step(() -> mine(id).map(batch -> put(batch.noted(note))));
    }

    @Override
    public Optional<Batch> endFinding(String id, String problem, Instant now) {
        return shelf.step(
                () -> mine(id).map(batch -> put(problem.isEmpty() ? batch.allFound(now) : batch.failed(problem, now))));
    }

    @Override
    public Optional<Batch> cancel(String id, String because, Instant now) {
        return shelf.step(() -> find(id).map(batch -> {
            put(batch.cancelled(because, now));
            shelf.all(job -> isOnlyOf(batch, job)).forEach(job -> shelf.put(JobLife.cancelled(job, because, now), now));
            return find(id).orElseThrow();
        }));
    }

    private static boolean isOnlyOf(Batch batch, Job job) {
        return job.state().isPending() && job.request().batch().equals(batch.id());
    }

    @Override
    public Optional<Batch> find(String id) {
        return shelf.step(() -> Optional.ofNullable(shelf.batches.get(JobShelf.number(id))));
    }

    @Override
    public List<Batch> ofJob(String job) {
        return shelf.step(() -> shelf.batches.values().stream()
                .filter(batch -> JobShelf.ids(shelf.jobsOfBatch, JobShelf.number(batch.id()))
                        .contains(JobShelf.number(job)))
                .toList());
    }

    @Override
    public List<Batch> list(String before, int atMost) {
        return shelf.step(() -> new ArrayList<>(shelf.batches.descendingMap().values())
                .stream()
                        .filter(batch -> before.isEmpty() || JobShelf.number(batch.id()) < JobShelf.number(before))
                        .limit(atMost)
                        .toList());
    }

    @Override
    public List<Batch> takeAbandoned() {
        return shelf.step(() -> shelf.batches.values().stream()
                .filter(batch -> batch.state() == BatchState.FINDING
                        && locks.isFree(shelf.finders.get(JobShelf.number(batch.id()))))
                .peek(batch -> shelf.finders.put(JobShelf.number(batch.id()), locks.mine()))
                .toList());
    }

    private Optional<Batch> mine(String id) {
        return find(id).filter(batch -> batch.state() == BatchState.FINDING
                && shelf.finders.get(JobShelf.number(id)).equals(locks.mine()));
    }

    private Batch put(Batch batch) {
        shelf.batches.put(JobShelf.number(batch.id()), batch);
        return batch;
    }
}
