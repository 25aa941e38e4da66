package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.kit.BackupArchivesContract;
import io.arrtheaudio.port.out.BackupArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract; {@link TarArchivesTest} has what only bytes on a disk can come to. */
class KeptArchivesTest extends BackupArchivesContract {

    @TempDir
    private Path root;

    @BeforeEach
    void build() throws IOException {
        Files.createDirectory(folder());
        Files.createDirectory(emptyFolder());
        Files.writeString(database(), "a database");
    }

    @Override
    protected BackupArchives archives() {
        return new TarArchives();
    }

    @Override
    protected Path folder() {
        return root.resolve("backups");
    }

    @Override
    protected Path database() {
        return root.resolve("snapshot");
    }

    @Override
    protected Path emptyFolder() {
        return root.resolve("staged");
    }
}
