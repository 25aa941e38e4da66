package io.arrtheaudio.service;

import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryJobStore;
import io.arrtheaudio.kit.InMemoryMediaFiles;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.JobStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Where work is taken in, on stores and a disk in memory. */
final class WorkDesk implements AutoCloseable {

    final StoppedClock clock = new StoppedClock(SampleJobs.NOON);
    final InMemoryOwnerLocks locks = new InMemoryOwnerLocks();
    final JobStores stores = InMemoryJobStore.openNew(locks);
    final InMemoryMediaFiles disk = new InMemoryMediaFiles(clock);
    final WorkSignal work = new WorkSignal();
    final JobBulletin bulletin = new JobBulletin(stores.store(), stores.batches(), clock);

    JobService jobs(long limit) {
        return new JobService(stores.store(), bulletin, work, limit, clock);
    }

    /** The same jobs, of a store that fails at one thing. */
    JobStore storeThatCannot(String what) {
        return (JobStore) Proxy.newProxyInstance(
                JobStore.class.getClassLoader(), new Class<?>[] {JobStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(what)) {
                        throw Library.failure(Remedy.RETRY_LATER, "cannot " + what + ": the disk is gone");
                    }
                    try {
                        return method.invoke(stores.store(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        bulletin.close();
    }
}
