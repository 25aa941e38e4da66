package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupRoutesTest {

    private static final BackupFile MADE = new BackupFile(
            Path.of("/data/backups/arrtheaudio_backup_20261125_134642.tar.gz"),
            2_345,
            new Backup(
                    new BackupLabel(Instant.parse("2026-11-25T13:46:42Z"), "0.1.0", 4, false),
                    List.of(new BackupEntry(BackupPart.DATABASE, 4_096, "0".repeat(64)))));

    private static ApiServer server;

    @BeforeAll
    static void start() {
        server = new ApiServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void renew() {
        server.renewed();
    }

    @Test
    void a_backup_is_made_where_the_settings_say_and_that_is_noted() {
        server.backup = () -> MADE;

        Answer answer = server.post("/api/v1/admin/backup", "{\"file\": \"/etc/passwd\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("file").asText()).isEqualTo(MADE.file().toString());
        assertThat(answer.json().path("bytes").asInt()).isEqualTo(2_345);
        assertThat(answer.json().path("schema").asInt()).isEqualTo(4);
        assertThat(server.audit.since(Instant.EPOCH, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("backup");
            assertThat(entry.subject()).isEqualTo(MADE.file().toString());
        });
    }

    @Test
    void one_that_cannot_be_made_says_why_and_is_noted_too() {
        server.backup = () -> {
            throw new AudioFixException(Remedy.FIX_FILE, "the database is damaged");
        };

        assertThat(server.post("/api/v1/admin/backup", "").status()).isEqualTo(422);
        assertThat(server.audit.since(Instant.EPOCH, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("failed"));
    }
}
