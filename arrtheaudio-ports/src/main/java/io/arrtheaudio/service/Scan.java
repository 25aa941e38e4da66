package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One scan: the calling thread finds files, workers fix them, a bounded queue lies between. */
final class Scan implements Finder {

    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);
    /** So many files may be found ahead of the workers: enough to know the end of most libraries early. */
    static final int AHEAD = 50_000;

    private final MediaFiles files;
    private final FixDefaultAudio fix;
    private final InstantSource clock;
    private final ScanRequest request;
    private final ScanObserver observer;
    private final BlockingQueue<Path> queue;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private long found;
    private long passedOver;
    private long copiedBytes;
    private volatile boolean foundAll;
    private volatile boolean interrupted;
    private volatile boolean isLeftUndone;
    private volatile Optional<Throwable> broken = Optional.empty();

    Scan(
            MediaFiles files,
            FixDefaultAudio fix,
            InstantSource clock,
            int ahead,
            ScanRequest request,
            ScanObserver observer) {
        this.queue = new LinkedBlockingQueue<>(ahead);
        this.files = files;
        this.fix = fix;
        this.clock = clock;
        this.request = request;
        this.observer = observer;
    }

    ScanSummary run() {
        Instant start = clock.instant();
        List<Thread> workers = new ArrayList<>();
        orBreak(() -> startWorkers(workers));
        if (broken.isEmpty()) {
            orBreak(this::find);
        }
        foundAll = true;
        workers.forEach(this::await);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        broken.ifPresent(Scan::rethrow);
        synchronized (this) {
            return new ScanSummary(outcomes, passedOver, copiedBytes, since(start), isLeftUndone || !queue.isEmpty());
        }
    }

    /** What breaks an observer ends the scan, on whichever thread it happened, and is thrown to the caller. */
    private void orBreak(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            broken = Optional.of(e);
        }
    }

    private static void rethrow(Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) problem;
    }

    /** Those that were started end even if there is no room for more of them. */
    private void startWorkers(List<Thread> workers) {
        for (int i = 1; i <= request.workers(); i++) {
            Thread worker = new Thread(() -> orBreak(this::work), "fix-" + i);
            worker.start();
            workers.add(worker);
        }
    }

    private void find() {
        FindOptions options = new FindOptions(request.recursive(), request.include(), request.exclude());
        for (Path root : request.options().roots()) {
            if (isCancelled()) {
                isLeftUndone = true;
            } else {
                findIn(root, options);
            }
        }
        synchronized (this) {
            observer.found(found, true);
        }
    }

    private void findIn(Path root, FindOptions options) {
        try {
            files.find(root, options, this);
        } catch (AudioFixException e) {
            LOG.debug("cannot look through {}", root, e);
            passedOver(root, e.getMessage());
        }
    }

    @Override
    public boolean file(Path file) {
        synchronized (this) {
            found++;
            observer.found(found, false);
        }
        while (!isCancelled()) {
            try {
                if (queue.offer(file, 50, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        isLeftUndone = true;
        return false;
    }

    @Override
    public boolean goesOn() {
        isLeftUndone |= isCancelled();
        return !isLeftUndone;
    }

    @Override
    public synchronized void passedOver(Path path, String why) {
        passedOver++;
        observer.passedOver(path, why);
    }

    private void work() {
        while (!isCancelled()) {
            try {
                boolean last = foundAll; // read before the queue: nothing is added after it is true
                Path file = queue.poll(last ? 0 : 20, TimeUnit.MILLISECONDS);
                if (file != null) {
                    fix(file);
                } else if (last) {
                    return;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    private void fix(Path file) {
        Instant start = clock.instant();
        Outcome outcome = fixed(file);
        Duration took = since(start);
        synchronized (this) {
            outcomes.merge(wordOf(outcome), 1L, Long::sum);
            copiedBytes += copiedBytes(outcome);
            observer.done(outcome, took);
        }
    }

    private Outcome fixed(Path file) {
        try {
            return fix.fix(file, request.options());
        } catch (RuntimeException e) {
            LOG.error("unexpected failure at {}", file, e);
            String problem = "cannot fix " + file + ": unexpected " + e + "; please report this";
            return new Outcome.Failed(file, Remedy.REPORT_BUG, problem, Explanation.NONE);
        }
    }

    private static String wordOf(Outcome outcome) {
        return outcome instanceof Outcome.Skipped skipped
                ? skipped.word() + ": " + skipped.reason().word()
                : outcome.word();
    }

    private static long copiedBytes(Outcome outcome) {
        if (outcome instanceof Outcome.Changed changed) {
            return changed.cost().copiedBytes();
        }
        return outcome instanceof Outcome.WouldChange would ? would.cost().copiedBytes() : 0;
    }

    private boolean isCancelled() {
        return interrupted || broken.isPresent() || observer.isCancelled();
    }

    /** A wall clock may be set back meanwhile; no work takes less than no time. */
    private Duration since(Instant start) {
        Duration time = Duration.between(start, clock.instant());
        return time.isNegative() ? Duration.ZERO : time;
    }

    private void await(Thread worker) {
        while (true) {
            try {
                worker.join();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
