package io.arrtheaudio.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Requests one after the other on several connections at once, and how long each took. */
final class Requests {

    private static final int AT_MOST = 1 << 18;

    private final DaemonProcess daemon;
    private final AtomicBoolean end = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Requests(DaemonProcess daemon) {
        this.daemon = daemon;
    }

    /** One request. */
    interface Request {
        Caller.Answer by(Caller caller) throws IOException;
    }

    /** Begins with one more connection. */
    List<long[]> begin(int callers, int status, Request request) {
        List<long[]> times = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> call(status, request, times));
            thread.start();
            threads.add(thread);
        }
        return times;
    }

    /** Goes on for so long. */
    void end(Duration after) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(after.toMillis());
        end.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** What was asked by several callers, when all have ended. */
    static Times of(List<long[]> times) {
        return Times.of(times.stream().flatMapToLong(Arrays::stream).toArray());
    }

    private void call(int status, Request request, List<long[]> times) {
        long[] took = new long[AT_MOST];
        int count = 0;
        try (Caller caller = daemon.caller()) {
            while (!end.get() && count < took.length) {
                long began = System.nanoTime();
                request.by(caller).require(status);
                took[count++] = System.nanoTime() - began;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (times) {
            times.add(Arrays.copyOf(took, count));
        }
    }
}
