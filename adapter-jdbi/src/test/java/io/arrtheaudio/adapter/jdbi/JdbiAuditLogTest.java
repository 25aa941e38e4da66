package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.AuditLogContract;
import io.arrtheaudio.port.out.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every log has a connection of its own, as if each were of another program. */
class JdbiAuditLogTest extends AuditLogContract {

    private static final AuditEntry ENTRY =
            new AuditEntry(Instant.parse("2026-11-23T12:00:00Z"), "api key", "retry", "job 41", "192.0.2.7", "queued");

    @TempDir
    private Path folder;

    private final List<Database> open = new ArrayList<>();

    @Override
    protected AuditLog open() {
        return new JdbiAuditLog(openDatabase());
    }

    @AfterEach
    void close() {
        open.forEach(Database::close);
    }

    @Test
    void nothing_is_noted_in_a_database_that_somebody_removed() throws IOException {
        Database database = openDatabase();
        Files.delete(database.file());

        refuses(new JdbiAuditLog(database), "removed or replaced");
    }

    @Test
    void a_full_disk_lets_nothing_be_noted_until_there_is_room() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder, 1000)) {
            try (Database database = Database.open(DatabaseSettings.in(folder.resolve("data")))) {
                AuditLog log = new JdbiAuditLog(database);
                log.note(ENTRY);
                disk.fill();

                refuses(log, "the disk is full");
                assertThat(log.since(Instant.EPOCH, 10)).containsExactly(ENTRY);

                disk.makeRoom();
                log.note(ENTRY);
                assertThat(log.since(Instant.EPOCH, 10)).containsExactly(ENTRY, ENTRY);
            }
        }
    }

    private static void refuses(AuditLog log, String words) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> log.note(ENTRY))
                .withMessageContaining("cannot note who asked for retry in ")
                .withMessageContaining(words)
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
    }

    private Database openDatabase() {
        Database database = Database.open(DatabaseSettings.in(folder));
        open.add(database);
        return database;
    }
}
