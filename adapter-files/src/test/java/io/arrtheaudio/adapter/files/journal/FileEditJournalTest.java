package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.kit.EditJournalContract;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileEditJournalTest extends EditJournalContract {

    @TempDir
    private Path folder;

    @Override
    protected EditJournal open(String place, OwnerLocks locks) {
        return FileEditJournal.in(folder.resolve(place), locks);
    }
}
