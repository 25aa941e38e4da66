package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.kit.EditJournalContract;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class JdbiEditJournalTest extends EditJournalContract {

    @TempDir
    private Path folder;

    private final List<Database> open = new ArrayList<>();

    @Override
    protected EditJournal open(String place, OwnerLocks locks) {
        Database database = Database.open(DatabaseSettings.in(folder.resolve(place)));
        open.add(database);
        return new JdbiEditJournal(database, locks);
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
    }
}
