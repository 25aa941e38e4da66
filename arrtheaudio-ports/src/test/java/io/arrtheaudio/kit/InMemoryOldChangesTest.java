package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OldChanges;

class InMemoryOldChangesTest extends OldChangesContract {

    private final InMemoryEditJournal journal = new InMemoryEditJournal(new InMemoryOwnerLocks());

    @Override
    protected EditJournal journal() {
        return journal;
    }

    @Override
    protected OldChanges old() {
        return journal;
    }
}
