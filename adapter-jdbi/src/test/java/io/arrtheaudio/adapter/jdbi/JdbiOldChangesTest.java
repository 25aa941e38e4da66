package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.OldChangesContract;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OldChanges;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JdbiOldChangesTest extends OldChangesContract {

    @TempDir
    private Path folder;

    private Database database;
    private EditJournal journal;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseSettings(folder, true));
        journal = new JdbiEditJournal(database, new InMemoryOwnerLocks());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected EditJournal journal() {
        return journal;
    }

    @Override
    protected OldChanges old() {
        return new JdbiOldChanges(database);
    }
}
