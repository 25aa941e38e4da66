package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.BackupArchives;
import java.nio.file.Path;

class InMemoryBackupArchivesTest extends BackupArchivesContract {

    private final InMemoryBackupArchives archives = new InMemoryBackupArchives();

    @Override
    protected BackupArchives archives() {
        return archives;
    }

    @Override
    protected Path folder() {
        return Path.of("/backups");
    }

    @Override
    protected Path database() {
        return Path.of("/data/snapshot");
    }

    @Override
    protected Path emptyFolder() {
        return Path.of("/data/staged");
    }
}
