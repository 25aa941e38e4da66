package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryJobStore;
import io.arrtheaudio.kit.InMemoryMediaFiles;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.JobStore;
import io.arrtheaudio.port.out.MediaFiles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where work is taken in, on stores and a disk in memory. */
final class WorkDesk implements AutoCloseable {

    final StoppedClock clock = new StoppedClock(SampleJobs.NOON);
    final InMemoryOwnerLocks locks = new InMemoryOwnerLocks();
    final JobStores stores = InMemoryJobStore.openNew(locks);
    final InMemoryMediaFiles disk = new InMemoryMediaFiles(clock);
    List<Path> libraries = List.of(disk.root());
    List<Path> mapped = List.of();
    Duration forADisk = Duration.ofMinutes(1);
    final WorkSignal work = new WorkSignal();
    final RecordingTelemetry telemetry = new RecordingTelemetry();
    final JobBulletin bulletin = new JobBulletin(stores.store(), stores.batches(), telemetry, clock);

    JobService jobs(long limit) {
        return new JobService(stores.store(), bulletin, work, limit, clock);
    }

    /** Looks for room every millisecond. */
    BatchService batches(BatchRules rules, BatchStore store, MediaFiles files) {
        return new BatchService(
                store,
                stores.store(),
                files,
                new LibraryGate(files, () -> libraries, () -> mapped),
                rules,
                new BatchWalk.Around(bulletin, work, clock, Duration.ofMillis(1), forADisk));
    }

    /** The same jobs, of a store that fails at one thing. */
    JobStore storeThatCannot(String what) {
        return failing(JobStore.class, stores.store(), what, () -> true);
    }

    /** A store that fails at one thing as long as it is told to. */
    static <T> T failing(Class<T> type, T store, String what, BooleanSupplier fails) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(what) && fails.getAsBoolean()) {
                        throw Library.failure(Remedy.RETRY_LATER, "cannot " + what + ": the disk is gone");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What a run of the program sees that starts after this one was killed. */
    JobStores afterCrash() {
        locks.kill();
        return ((InMemoryJobStore) stores.store()).sharedWith(locks.anotherRun());
    }

    @Override
    public void close() {
        bulletin.close();
    }
}
