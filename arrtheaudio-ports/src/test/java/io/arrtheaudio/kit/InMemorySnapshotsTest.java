package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.Snapshots;
import java.nio.file.Path;

class InMemorySnapshotsTest extends SnapshotsContract {

    private final InMemorySnapshots snapshots = new InMemorySnapshots();

    @Override
    protected Snapshots snapshots() {
        return snapshots;
    }

    @Override
    protected void remember(String word) {
        snapshots.remember(word);
    }

    @Override
    protected boolean isRemembered(String word) {
        return snapshots.words().contains(word);
    }

    @Override
    protected void whileInUse(Runnable work) {
        snapshots.inUse(true);
        work.run();
        snapshots.inUse(false);
    }

    @Override
    protected void unpack(Path copy, Path staged) {
        snapshots.unpack(copy, staged);
    }

    @Override
    protected boolean isThere(Path path) {
        return snapshots.isThere(path);
    }
}
