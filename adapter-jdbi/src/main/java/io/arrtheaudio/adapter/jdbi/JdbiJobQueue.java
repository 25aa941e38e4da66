package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobLife;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.JobQueue;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Hands out the jobs of SQLite. Nothing here waits for the disk: a commit that a power cut takes back leaves a job as it was
 * before.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiJobQueue implements JobQueue {

    static final String NOW_DUE = "UPDATE job SET ready = 1 WHERE ready = 0 AND due_ms <= :now";

    private static final List<String> KINDS = Stream.concat(
                    Stream.of(""), Stream.of(Container.values()).map(Container::name))
            .toList();

    /** No job is of this kind. */
    private static final String NONE = "-";

    /**
     * Of each kind the first whose file nobody works on, and of these the most urgent: one question, though kinds have room of
     * their own. As many rows are passed over as jobs run, at most.
     */
    static final String NEXT = JobTable.ROWS + """
             WHERE j.id IN (
                SELECT id FROM (
                    SELECT n.id FROM job n WHERE n.ready = 1 AND n.kind = :kinda
                        AND NOT EXISTS (SELECT 1 FROM job o WHERE o.state = 'RUNNING' AND o.file_key = n.file_key)
                    ORDER BY n.priority, n.created_ms, n.id LIMIT 1)
                UNION ALL
                SELECT id FROM (
                    SELECT n.id FROM job n WHERE n.ready = 1 AND n.kind = :kindb
                        AND NOT EXISTS (SELECT 1 FROM job o WHERE o.state = 'RUNNING' AND o.file_key = n.file_key)
                    ORDER BY n.priority, n.created_ms, n.id LIMIT 1)
                UNION ALL
                SELECT id FROM (
                    SELECT n.id FROM job n WHERE n.ready = 1 AND n.kind = :kindc
                        AND NOT EXISTS (SELECT 1 FROM job o WHERE o.state = 'RUNNING' AND o.file_key = n.file_key)
                    ORDER BY n.priority, n.created_ms, n.id LIMIT 1)
            )
            ORDER BY j.priority, j.created_ms, j.id LIMIT 1""";

    static final String RUNNING_OF_KIND = "SELECT count(*) FROM job WHERE state = 'RUNNING' AND kind = :kind";

    static final String NEXT_DUE = "SELECT min(due_ms) FROM job WHERE ready = 0 AND due_ms > :now";

    private final Database database;
    private final OwnerLocks owners;

    /** The queue as this run of the program sees it, which closes neither. */
    public JdbiJobQueue(Database database, OwnerLocks owners) {
        this.database = database;
        this.owners = owners;
    }

    @Override
    public Optional<Job> claim(ClaimRule rule, Instant now) {
        String owner = owners.mine();
        Optional<Job> next;
        do {
            next = database.note(
                    "take up a job",
                    handle -> next(handle, rule, now).map(job -> takeUp(handle, job, owner, rule.leaseUntil(), now)));
        } while (next.filter(job -> job.state().isPending()).isPresent());
        return next;
    }

    private static Optional<Job> next(Handle handle, ClaimRule rule, Instant now) {
        handle.createUpdate(NOW_DUE).bind("now", Millis.of(now)).execute();
        Query next = handle.createQuery(NEXT);
        KINDS.forEach(kind -> next.bind(parameter(kind), hasRoom(handle, rule, kind) ? kind : NONE));
        return JobTable.jobs(next).stream().findFirst();
    }

    private static String parameter(String kind) {
        return "kind" + (char) ('a' + KINDS.indexOf(kind));
    }

    /** The job, running; or as it was, if its batch is cancelled, and some jobs of that have ended instead. */
    private static Job takeUp(Handle handle, Job job, String owner, Instant until, Instant now) {
        String batch = job.request().batch();
        Optional<String> cancelled = BatchTable.whyCancelled(handle, batch);
        if (cancelled.isPresent()) {
            BatchTable.cancelPending(handle, batch, cancelled.get(), now);
            return job;
        }
        return JobChanges.put(handle, JobLife.claimed(job, owner, until, now), now);
    }

    private static boolean hasRoom(Handle handle, ClaimRule rule, String kind) {
        return kind.isEmpty()
                || Optional.ofNullable(rule.mostRunning().get(Container.valueOf(kind)))
                        .map(most -> most > running(handle, kind))
                        .orElse(true);
    }

    private static int running(Handle handle, String kind) {
        return handle.createQuery(RUNNING_OF_KIND)
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Map<String, Hold> renew(Collection<Job> claimed, Instant until) {
        List<Job> these = List.copyOf(claimed);
        return database.note("hold " + these.size() + " jobs longer", handle -> {
            Map<String, Hold> holds = new LinkedHashMap<>();
            these.forEach(job -> holds.put(job.id(), renew(handle, job, until)));
            return holds;
        });
    }

    private static Hold renew(Handle handle, Job claimed, Instant until) {
        return held(handle, claimed)
                .map(job -> JobChanges.put(handle, JobLife.renewed(job, until), until))
                .map(job -> job.lease().cancelAsked() ? Hold.CANCEL_ASKED : Hold.HELD)
                .orElse(Hold.LOST);
    }

    @Override
    public Optional<Job> settle(Job claimed, Settlement settlement, Instant now) {
        return database.note(
                "record what became of job " + claimed.id(),
                handle -> held(handle, claimed)
                        .map(job -> JobChanges.put(handle, JobLife.settled(job, settlement, now), now)));
    }

    private static Optional<Job> held(Handle handle, Job claimed) {
        return JobTable.find(handle, claimed.id()).filter(job -> job.isHeldAs(claimed));
    }

    @Override
    public List<Job> giveBack(String because, Instant now) {
        String owner = owners.mine();
        return database.note(
                "give back jobs",
                handle -> running(handle, job -> job.lease().owner().equals(owner)).stream()
                        .map(job -> JobChanges.put(
                                handle, JobLife.settled(job, new Settlement.GiveBack(because), now), now))
                        .toList());
    }

    @Override
    public List<Job> takeBack(int tries, Instant now) {
        Set<String> gone = database.read("look for abandoned jobs", JobTable::running).stream()
                .map(job -> job.lease().owner())
                .distinct()
                .filter(owners::isFree)
                .collect(Collectors.toSet());
        return database.note(
                "take back abandoned jobs",
                handle -> running(handle, job -> isAbandoned(job, gone, now)).stream()
                        .map(job -> JobChanges.put(handle, JobLife.lost(job, tries, now), now))
                        .toList());
    }

    private static boolean isAbandoned(Job job, Set<String> gone, Instant now) {
        return !job.lease().until().isAfter(now) || gone.contains(job.lease().owner());
    }

    private static List<Job> running(Handle handle, Predicate<Job> which) {
        return JobTable.running(handle).stream().filter(which).toList();
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return database.read(
                "look for the next job",
                handle -> handle.createQuery(NEXT_DUE)
                        .bind("now", Millis.of(now))
                        .mapTo(Long.class)
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }
}
