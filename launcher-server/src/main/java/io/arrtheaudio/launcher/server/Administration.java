package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.archive.TarArchives;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.SqliteSnapshots;
import io.arrtheaudio.port.in.BackupDesk;
import io.arrtheaudio.service.BackupRules;
import io.arrtheaudio.service.BackupService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** What looks after the program itself, put together. Nothing is opened before it is needed. */
public final class Administration {

    private Administration() {}

    /**
     * Backups of a data folder.
     *
     * @param settings the settings file, if there is one
     * @param version of this program
     */
    public static BackupDesk backups(DatabaseSettings data, Optional<Path> settings, String version) {
        return new BackupService(
                new SqliteSnapshots(data, InstantSource.system()),
                new TarArchives(),
                new DataExtras(settings, new ApiKeyFile(data.dataFolder())),
                () -> LockFiles.isAnyHeldIn(data.dataFolder().resolve("locks")),
                new BackupRules(version, ZoneId.systemDefault()),
                InstantSource.system());
    }
}
