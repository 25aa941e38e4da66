package io.arrtheaudio.examples.yourownstore;

import io.arrtheaudio.kit.EditJournalContract;
import io.arrtheaudio.kit.InMemoryTempDir;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but the contract: it says all that a journal must do. */
@Timeout(60)
class JournalTableTest extends EditJournalContract {

    private final List<MyDatabase> opened = new ArrayList<>();

    @TempDir(factory = InMemoryTempDir.class)
    private Path folder;

    @AfterEach
    void close() throws SQLException {
        for (MyDatabase database : opened) {
            database.close();
        }
    }

    @Override
    protected EditJournal open(String place, OwnerLocks locks) {
        try {
            MyDatabase database = MyDatabase.open(folder.resolve(place + ".db"));
            opened.add(database);
            return new JournalTable(database, locks);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
