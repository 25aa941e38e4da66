package io.arrtheaudio.domain.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Many files that were asked for together.
 *
 * @param id names it: a number; a later batch has a greater one
 * @param request which files
 * @param state how far it has come
 * @param progress how many files are done
 * @param created when it was accepted
 * @param ended when it ended; the epoch if it has not
 * @param note why it ended as it did, or what was passed over, for people; empty if there is nothing to say
 */
public record Batch(
        String id,
        BatchRequest request,
        BatchState state,
        BatchProgress progress,
        Instant created,
        Instant ended,
        String note) {

    /** Checks the values and cuts the moments to the millisecond. */
    public Batch {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(progress, "progress");
        created = created.truncatedTo(ChronoUnit.MILLIS);
        ended = ended.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(note, "note");
    }

    /** A batch begins. */
    public static Batch started(String id, BatchRequest request, Instant now) {
        return new Batch(id, request, BatchState.FINDING, BatchProgress.NONE, now, Instant.EPOCH, "");
    }

    /** The same with other figures; it completes when all files are found and done. */
    public Batch with(BatchProgress figures, Instant now) {
        boolean isOver = state == BatchState.WORKING && figures.left() == 0;
        return new Batch(
                id, request, isOver ? BatchState.COMPLETED : state, figures, created, isOver ? now : ended, note);
    }

    /** There is something to say about it, in the place of what was said before. */
    public Batch noted(String words) {
        return new Batch(id, request, state, progress, created, ended, words);
    }

    /** There are no more files to be found. */
    public Batch allFound(Instant now) {
        expectFinding();
        return new Batch(id, request, BatchState.WORKING, progress, created, ended, note).with(progress, now);
    }

    /** The rest of its files cannot be found. */
    public Batch failed(String because, Instant now) {
        expectFinding();
        return new Batch(id, request, BatchState.FAILED, progress, created, now, because);
    }

    /** Somebody ends it; one that has ended stays as it is. */
    public Batch cancelled(String because, Instant now) {
        return state.isRunning() ? new Batch(id, request, BatchState.CANCELLED, progress, created, now, because) : this;
    }

    /** How many files were done in a second, until now or until its end. */
    public double perSecond(Instant now) {
        Duration took = Duration.between(created, state.isRunning() ? now : ended);
        return took.toMillis() <= 0 ? 0 : progress.done() * 1000.0 / took.toMillis();
    }

    /**
     * How long it will take at this rate.
     *
     * @return empty if not all files are found, or none is done yet; zero if it has ended
     */
    public Optional<Duration> timeLeft(Instant now) {
        if (!state.isRunning()) {
            return Optional.of(Duration.ZERO);
        }
        double rate = perSecond(now);
        return state == BatchState.FINDING || rate == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(progress.left() / rate)));
    }

    private void expectFinding() {
        if (state != BatchState.FINDING) {
            throw new IllegalStateException("batch " + id + " is " + state + " and looks for no files");
        }
    }
}
