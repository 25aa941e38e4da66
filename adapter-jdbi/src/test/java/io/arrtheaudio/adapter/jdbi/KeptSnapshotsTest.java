package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.kit.SnapshotsContract;
import io.arrtheaudio.port.out.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The contract; {@link SqliteSnapshotsTest} has what only a database on a disk can come to. */
class KeptSnapshotsTest extends SnapshotsContract {

    @TempDir
    private Path folder;

    @Override
    protected Snapshots snapshots() {
        return new SqliteSnapshots(DatabaseSettings.in(folder), InstantSource.system());
    }

    @Override
    protected void remember(String word) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            new JdbiAuditLog(database).note(new AuditEntry(Instant.EPOCH, "", word, "", "", ""));
        }
    }

    @Override
    protected boolean isRemembered(String word) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            return new JdbiAuditLog(database)
                    .since(Instant.EPOCH, 100).stream()
                            .anyMatch(entry -> entry.action().equals(word));
        }
    }

    @Override
    protected void whileInUse(Runnable work) {
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            new JdbiAuditLog(database).since(Instant.EPOCH, 1);
            work.run();
        }
    }

    @Override
    protected void unpack(Path copy, Path staged) {
        try {
            Files.copy(copy, staged.resolve(DataFolder.DATABASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected boolean isThere(Path path) {
        return Files.exists(path);
    }
}
