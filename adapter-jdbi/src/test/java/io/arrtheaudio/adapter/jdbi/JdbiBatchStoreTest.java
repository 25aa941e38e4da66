package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.kit.BatchStoreContract;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JdbiBatchStoreTest extends BatchStoreContract {

    @TempDir
    private Path folder;

    private final OpenJobs open = new OpenJobs();

    @Override
    protected JobStores open(OwnerLocks locks) {
        return open.in(folder, locks);
    }

    @AfterEach
    void close() {
        open.close();
    }
}
