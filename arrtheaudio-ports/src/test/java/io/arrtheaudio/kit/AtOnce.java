package io.arrtheaudio.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets several threads do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * What each of the threads came back with, in the order of their numbers, which count from 0.
     *
     * @throws AssertionError if one of them failed, or takes more than a minute
     */
    public static <T> List<T> call(int threads, IntFunction<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await(1, TimeUnit.MINUTES);
                    return task.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(1, TimeUnit.MINUTES));
            }
            return results;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("one of " + threads + " threads failed", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
