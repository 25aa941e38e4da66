package io.arrtheaudio.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Requests one after the other on several connections at once, until an end, and how long each took. */
final class Requests {

    private static final int AT_MOST = 1 << 18;

    private final DaemonProcess daemon;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> callers = new ArrayList<>();

    Requests(DaemonProcess daemon) {
        this.daemon = daemon;
    }

    /** One request. */
    interface Request {
        Caller.Answer by(Caller caller) throws IOException;
    }

    /**
     * So many callers begin.
     *
     * @return their times, which are there when all have ended
     */
    List<long[]> begin(int count, int status, Request request) {
        List<long[]> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            callers.add(threads.submit(() -> call(status, request, times)));
        }
        return times;
    }

    /** Goes on for so long. Fails if one of the callers did. */
    void end(Duration after) throws InterruptedException, ExecutionException {
        TimeUnit.MILLISECONDS.sleep(after.toMillis());
        isOver.set(true);
        threads.shutdown();
        for (Future<?> caller : callers) {
            caller.get();
        }
    }

    /** What was asked by several callers, when all have ended. */
    static Times of(List<long[]> times) {
        return Times.of(times.stream().flatMapToLong(Arrays::stream).toArray());
    }

    private Void call(int status, Request request, List<long[]> times) throws IOException {
        long[] took = new long[AT_MOST];
        int count = 0;
        try (Caller caller = daemon.caller()) {
            while (!isOver.get() && count < took.length) {
                long began = System.nanoTime();
                request.by(caller).require(status);
                took[count++] = System.nanoTime() - began;
            }
        }
        synchronized (times) {
            times.add(Arrays.copyOf(took, count));
        }
        return null;
    }
}
