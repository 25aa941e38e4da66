package io.arrtheaudio.domain.job;

import java.util.Objects;

/**
 * One file to be looked at and fixed. What may become of it is the business of {@link JobLife}.
 *
 * @param id names it: a number; a later job has a greater one
 * @param request what is to be done
 * @param state how far it has come
 * @param tries how often it was tried
 * @param times when it did what
 * @param waiting what it waits or waited for
 * @param lease who works on it
 * @param note why it is as it is, for people: why it waits, is tried again or was cancelled; empty if there is nothing to say
 * @param result what it came to; {@link JobResult#NONE} unless it is completed or failed
 */
public record Job(
        String id,
        JobRequest request,
        JobState state,
        JobTries tries,
        JobTimes times,
        JobWait waiting,
        Lease lease,
        String note,
        JobResult result) {

    /** Checks that the parts agree. */
    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(tries, "tries");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(note, "note");
        expect(
                id,
                state,
                "a lease of '" + lease.owner() + "'",
                (state == JobState.RUNNING) == lease.equals(Lease.NONE));
        boolean hasResult = state == JobState.COMPLETED || state == JobState.FAILED;
        expect(id, state, "the result " + result.kind(), hasResult == (result.kind() == ResultKind.NONE));
        expect(id, state, "no reason to wait", state == JobState.WAITING && waiting.reason() == WaitReason.NONE);
    }

    private static void expect(String id, JobState state, String what, boolean isWrong) {
        if (isWrong) {
            throw new IllegalArgumentException("job " + id + " is " + state + " with " + what);
        }
    }

    /** Which file it is about. */
    public JobFile file() {
        return request.file();
    }

    /** Whether a worker's hold on it is still the one that this value tells of. */
    public boolean isHeldAs(Job claimed) {
        return state == JobState.RUNNING
                && id.equals(claimed.id())
                && tries.claims() == claimed.tries().claims();
    }
}
