package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.OwnerLocks;

class InMemoryBatchStoreTest extends BatchStoreContract {

    private final JobShelf shelf = new JobShelf();

    @Override
    protected JobStores open(OwnerLocks locks) {
        return InMemoryJobStore.open(shelf, locks);
    }
}
