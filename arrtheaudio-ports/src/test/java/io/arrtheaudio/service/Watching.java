package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.ScanObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Writes down what a scan tells, and finds out if two threads tell something at once. */
final class Watching implements ScanObserver {

    final List<Long> found = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final List<Duration> times = new ArrayList<>();
    final Map<Path, String> passedOver = new LinkedHashMap<>();
    volatile long lastFound;
    volatile boolean foundAll;
    volatile boolean isCancelled;
    private final AtomicBoolean isCalled = new AtomicBoolean();
    private final Consumer<Outcome> atDone;

    Watching() {
        this(outcome -> {});
    }

    Watching(Consumer<Outcome> atDone) {
        this.atDone = atDone;
    }

    @Override
    public void found(long files, boolean all) {
        alone(() -> {
            found.add(files);
            lastFound = files;
            foundAll = all;
        });
    }

    @Override
    public void done(Outcome outcome, Duration took) {
        alone(() -> {
            outcomes.add(outcome);
            times.add(took);
            atDone.accept(outcome);
        });
    }

    @Override
    public void passedOver(Path path, String why) {
        alone(() -> passedOver.put(path, why));
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }

    @SuppressWarnings("ThreadPriorityCheck") // others get a chance to come in between
    private void alone(Runnable call) {
        if (!isCalled.compareAndSet(false, true)) {
            throw new AssertionError("the observer is called by two threads at once");
        }
        try {
            call.run();
            Thread.yield();
        } finally {
            isCalled.set(false);
        }
    }
}
