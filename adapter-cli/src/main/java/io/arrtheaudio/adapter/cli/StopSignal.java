package io.arrtheaudio.adapter.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Turns Ctrl-C (SIGINT) and SIGTERM into a wish to stop: the command finishes the files in hand and says what it did,
 * then the process ends with the exit code of the signal (130, 143), which the virtual machine sets itself.
 *
 * <p>Thread-safe.
 */
final class StopSignal implements AutoCloseable {

    /** A file takes milliseconds, and copies end early; a disk that does not answer must not hold the terminal for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");
    private final AtomicReference<Duration> patience = new AtomicReference<>(PATIENCE);
    private final AtomicReference<Runnable> action = new AtomicReference<>(() -> {});
    private volatile boolean stopping;

    private StopSignal() {}

    /** Watches until closed; close it after the last word is printed. */
    static StopSignal watch() {
        StopSignal signal = later();
        signal.begin();
        return signal;
    }

    /** Does not watch yet: until it is told to, the signals end the process at once. */
    static StopSignal later() {
        return new StopSignal();
    }

    /** Watches from now on. To be called once. */
    void begin() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Lets what is under way take as long as this once the signal comes. */
    void allow(Duration longer) {
        patience.set(longer);
    }

    /** Has this done, by another thread, when the signal comes; at once and by this one, if it has come already. */
    void whenAsked(Runnable action) {
        this.action.set(action);
        if (stopping) {
            action.run();
        }
    }

    /** Returns when the signal comes, or the waiting thread is interrupted. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to stop. */
    boolean isStopping() {
        return stopping;
    }

    /** What a signal does: returns when this is closed, or patience ends. */
    void stop() {
        stopping = true;
        asked.countDown();
        action.get().run();
        try {
            finished.await(patience.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!stopping) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                stopping = true; // the signal came this very moment
            }
        }
        finished.countDown();
    }
}
