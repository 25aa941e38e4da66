package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchStart;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Batches in SQLite. That of one path one batch runs is a unique index of the database.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiBatchStore implements BatchStore {

    private final Database database;
    private final OwnerLocks owners;

    /** The batches as this run of the program sees them, which closes neither. */
    public JdbiBatchStore(Database database, OwnerLocks owners) {
        this.database = database;
        this.owners = owners;
    }

    @Override
    public BatchStart start(BatchRequest request, Instant now) {
        String owner = owners.mine();
        return database.write("start a batch of " + request.path(), handle -> {
            Optional<Batch> running = BatchTable.runningAt(handle, request.path());
            return running.isPresent()
                    ? new BatchStart.AlreadyRunning(running.get())
                    : new BatchStart.Started(BatchTable.insert(handle, request, owner, now));
        });
    }

    @Override
    public Optional<Submission> append(String id, List<JobRequest> found, long limit, Instant now) {
        List<JobRequest> these = JdbiJobStore.unowned(found);
        String owner = owners.mine();
        try {
            return database.write(
                    "queue " + these.size() + " files of batch " + id,
                    handle -> BatchTable.finding(handle, id, owner)
                            .map(batch -> append(handle, batch, these, limit, now)));
        } catch (JobChanges.NoRoom e) {
            return Optional.of(e.answer());
        }
    }

    private static Submission append(Handle handle, Batch batch, List<JobRequest> found, long limit, Instant now) {
        List<JobTicket> tickets =
                JobChanges.accept(handle, found, limit, request -> accept(handle, batch, request, now));
        long more = tickets.stream()
                .map(JobTicket::job)
                .filter(job -> BatchTable.link(handle, batch.id(), job))
                .count();
        BatchTable.update(handle, batch.with(batch.progress().found(more), now));
        return new Submission.Accepted(tickets);
    }

    private static JobTicket accept(Handle handle, Batch batch, JobRequest request, Instant now) {
        return JobTable.member(handle, RowId.number(batch.id()), request.file().key())
                .map(member -> new JobTicket(member, JobTicket.How.JOINED))
                .orElseGet(() -> JobChanges.accept(handle, request.ofBatch(batch.id()), now));
    }

    @Override
    public Optional<Batch> note(String id, String note) {
        return change("say something about batch " + id, id, batch -> batch.noted(note));
    }

    @Override
    public Optional<Batch> endFinding(String id, String problem, Instant now) {
        return change(
                "end the search of batch " + id,
                id,
                batch -> problem.isEmpty() ? batch.allFound(now) : batch.failed(problem, now));
    }

    /** Changes a batch whose files this run of the program looks for. */
    private Optional<Batch> change(String attempt, String id, UnaryOperator<Batch> change) {
        String owner = owners.mine();
        return database.write(
                attempt,
                handle -> BatchTable.finding(handle, id, owner).map(batch -> {
                    Batch changed = change.apply(batch);
                    BatchTable.update(handle, changed);
                    return changed;
                }));
    }

    /** From the first step on none of its jobs is handed out, see {@link JdbiJobQueue#claim}. */
    @Override
    public Optional<Batch> cancel(String id, String because, Instant now) {
        String attempt = "cancel batch " + id;
        boolean more = database.write(
                attempt,
                handle -> BatchTable.find(handle, id)
                        .map(batch -> {
                            BatchTable.update(handle, batch.cancelled(because, now));
                            return BatchTable.cancelPending(handle, id, because, now);
                        })
                        .orElse(false));
        while (more) {
            more = database.write(attempt, handle -> BatchTable.cancelPending(handle, id, because, now));
        }
        return find(id);
    }

    @Override
    public Optional<Batch> find(String id) {
        return database.read("look for batch " + id, handle -> BatchTable.find(handle, id));
    }

    @Override
    public List<Batch> ofJob(String job) {
        return database.read("look for the batches of job " + job, handle -> BatchTable.ofJob(handle, job));
    }

    @Override
    public List<Batch> list(String before, int atMost) {
        long number = before.isEmpty() ? Long.MAX_VALUE : RowId.number(before);
        return database.read("look for batches", handle -> BatchTable.list(handle, number, atMost));
    }

    @Override
    public List<Batch> takeAbandoned() {
        String mine = owners.mine();
        List<String> gone = database.read("look for abandoned batches", BatchTable::finders).stream()
                .filter(owner -> !owner.equals(mine) && owners.isFree(owner))
                .toList();
        return gone.isEmpty()
                ? List.of()
                : database.write(
                        "take over abandoned batches",
                        handle -> gone.stream()
                                .flatMap(owner -> BatchTable.take(handle, owner, mine).stream())
                                .toList());
    }
}
