package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.port.in.BackupDesk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Backups of one database and its settings, and what was asked for. */
final class FakeBackups implements BackupDesk {

    final List<String> calls = new ArrayList<>();
    RuntimeException refusal;

    @Override
    public BackupFile make(Path place, boolean withSecrets) {
        called("make '" + place + "' " + withSecrets);
        return new BackupFile(Path.of("/b/x.tar.gz"), 2_345, backup(withSecrets));
    }

    @Override
    public Backup look(Path file) {
        called("look " + file);
        return backup(false);
    }

    @Override
    public Restored restore(Path file) {
        called("restore " + file);
        return new Restored(backup(false), Path.of("/data/replaced-1"));
    }

    private void called(String what) {
        calls.add(what);
        if (refusal != null) {
            throw refusal;
        }
    }

    private static Backup backup(boolean withSecrets) {
        return new Backup(
                new BackupLabel(Instant.parse("2026-11-25T13:46:42Z"), "0.1.0", 4, withSecrets),
                List.of(
                        new BackupEntry(BackupPart.DATABASE, 4_096, "0".repeat(64)),
                        new BackupEntry(BackupPart.SETTINGS, 12, "1".repeat(64))));
    }
}
