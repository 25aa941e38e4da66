package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.OwnerLocks;

class InMemoryJobListTest extends JobListContract {

    private final JobShelf shelf = new JobShelf();

    @Override
    protected JobStores open(OwnerLocks locks) {
        return InMemoryJobStore.open(shelf, locks);
    }
}
