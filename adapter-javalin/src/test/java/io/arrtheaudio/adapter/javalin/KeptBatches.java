package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Batches in memory, of what lies in one library; a test finds their files. */
final class KeptBatches implements BatchDesk {

    private static final Path LIBRARY = Path.of("/library").toAbsolutePath();

    final List<BatchRequest> requests = new ArrayList<>();
    boolean isFull;
    private final Supplier<JobStores> stores;
    private final InstantSource clock;

    KeptBatches(Supplier<JobStores> stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** Files of a batch are found, and there are no more. */
    void find(String id, List<JobRequest> files) {
        stores.get().batches().append(id, files, Long.MAX_VALUE, clock.instant());
        stores.get().batches().endFinding(id, "", clock.instant());
    }

    @Override
    public synchronized BatchAnswer start(BatchRequest request) {
        if (!request.path().startsWith(LIBRARY)) {
            return new BatchAnswer.NotAllowed();
        }
        if (isFull) {
            return new BatchAnswer.QueueFull(100, 100);
        }
        requests.add(request);
        return stores.get()
                .batches()
                .start(request, clock.instant())
                .fold(
                        started -> new BatchAnswer.Started(started.batch()),
                        running -> new BatchAnswer.AlreadyRunning(running.batch()));
    }

    @Override
    public Optional<Batch> find(String id) {
        return stores.get().batches().find(id);
    }

    @Override
    public List<Batch> list(String before, int atMost) {
        return stores.get().batches().list(before, atMost);
    }

    @Override
    public Optional<Batch> cancel(String id, String because) {
        return stores.get().batches().cancel(id, because, clock.instant());
    }

    @Override
    public Optional<JobPage> results(String id, JobQuery query) {
        return find(id).map(batch -> stores.get().store().list(query.ofBatch(id)));
    }
}
