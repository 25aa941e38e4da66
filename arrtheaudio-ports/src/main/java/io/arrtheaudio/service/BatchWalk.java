package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the files of one batch and hands them in piece by piece. It ends with all files, when it is stopped, or when
 * nobody wants the batch any more. One that is stopped says nothing about the batch, so that another can begin at the first
 * file.
 *
 * <p>One thread runs it; any may stop it.
 */
final class BatchWalk implements Runnable, Finder {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWalk.class);

    /** So many of the paths that were passed over are named. */
    private static final int MOST_NAMED = 3;

    /**
     * What a walk needs besides files and the store.
     *
     * @param bulletin is told of the batch
     * @param work is told when there is some
     * @param clock for files of a certain age
     * @param lookAgain after so much time, for room in the queue or a store that failed
     * @param disk who starts a batch waits no longer for one
     */
    record Around(JobBulletin bulletin, WorkSignal work, InstantSource clock, Duration lookAgain, Duration disk) {}

    private final Batch batch;
    private final BatchStore store;
    private final MediaFiles files;
    private final LibraryGate gate;
    private final BatchRules rules;
    private final Around around;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<JobRequest> found = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private List<Path> roots = List.of();
    private LibraryGate.Nicknames nicknames = new LibraryGate.Nicknames(List.of());
    private Instant oldest = Instant.MIN;
    private long passedOverCount;
    private boolean isRootUnreadable;

    BatchWalk(Batch batch, BatchStore store, MediaFiles files, LibraryGate gate, BatchRules rules, Around around) {
        this.batch = batch;
        this.store = store;
        this.files = files;
        this.gate = gate;
        this.rules = rules;
        this.around = around;
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        try {
            walk();
        } catch (RuntimeException e) {
            LOG.error("unexpected failure while the files of batch {} were looked for", batch.id(), e);
            end("cannot look for files: unexpected " + e + "; please report this");
        }
    }

    private void walk() {
        BatchRequest request = batch.request();
        roots = gate.roots();
        nicknames = gate.nicknames();
        oldest = request.maxAge().isZero()
                ? Instant.MIN
                : around.clock().instant().minus(request.maxAge());
        if (gate.enter(request.path()).isEmpty()) {
            end("cannot look for files in " + request.path() + ": it lies in no library that is there");
            return;
        }
        files.find(request.path(), new FindOptions(request.recursive(), request.include(), request.exclude()), this);
        if (goesOn() && handIn()) {
            end(isRootUnreadable ? "cannot look for files: " + whatWasPassedOver() : "");
        }
    }

    @Override
    public boolean file(Path file) {
        if (goesOn()) {
            take(file);
        }
        return goesOn() && (found.size() < rules.piece() || (handIn() && pause(rules.pause())));
    }

    @Override
    public void passedOver(Path path, String why) {
        isRootUnreadable |= path.equals(batch.request().path());
        passedOverCount++;
        if (passedOver.size() < MOST_NAMED) {
            passedOver.add(path + ": " + why);
        }
    }

    private void take(Path file) {
        try {
            FileFacts facts = files.stat(file);
            if (!LibraryGate.isInside(roots, facts.identity().path())) {
                passedOver(file, "it leads out of the libraries");
            } else if (isMeant(facts)) {
                JobRequest request = JobRequest.of(
                        JobFile.at(nicknames.of(file)),
                        batch.request().source(),
                        batch.request().priority());
                found.add(batch.request().dryRun() ? request.asDryRun() : request);
            }
        } catch (AudioFixException e) {
            passedOver(file, e.getMessage());
        }
    }

    private boolean isMeant(FileFacts facts) {
        return facts.isRegular()
                && facts.identity().size() >= batch.request().minBytes()
                && !facts.identity().modified().isBefore(oldest);
    }

    /** Hands in what was found, when there is room. Returns whether to go on. */
    private boolean handIn() {
        List<JobRequest> piece = List.copyOf(found);
        found.clear();
        if (piece.isEmpty()) {
            return true;
        }
        while (goesOn()) {
            Optional<Submission> answer = kept(() -> store.append(
                    batch.id(), piece, rules.limit(), around.clock().instant()));
            if (answer.isEmpty()) {
                stop(); // nobody wants it any more
            } else if (answer.get().fold(accepted -> true, full -> false)) {
                around.work().wake();
                tell();
                return true;
            } else {
                pause(around.lookAgain());
            }
        }
        return false;
    }

    private void end(String problem) {
        if (passedOverCount > 0) {
            kept(() -> store.note(batch.id(), whatWasPassedOver()));
        }
        kept(() -> store.endFinding(batch.id(), problem, around.clock().instant()))
                .ifPresent(around.bulletin()::changed);
    }

    private String whatWasPassedOver() {
        String more =
                passedOverCount > passedOver.size() ? "; and " + (passedOverCount - passedOver.size()) + " more" : "";
        return "passed over " + String.join("; ", passedOver) + more;
    }

    private void tell() {
        try {
            store.find(batch.id()).ifPresent(around.bulletin()::changed);
        } catch (AudioFixException e) {
            LOG.warn("those who watch are not told of batch {}", batch.id(), e);
        }
    }

    /** Does something with the store, however long that fails; empty too if the walk was stopped meanwhile. */
    private <T> Optional<T> kept(Supplier<Optional<T>> step) {
        while (goesOn()) {
            try {
                return step.get();
            } catch (AudioFixException e) {
                LOG.warn("batch {} waits for the store", batch.id(), e);
                pause(around.lookAgain());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean goesOn() {
        return stopped.getCount() > 0;
    }

    /** Returns whether to go on. */
    private boolean pause(Duration time) {
        try {
            return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
