package io.arrtheaudio.adapter.jdbi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Copies of a database from before its shape was changed. The newest few are kept.
 *
 * @param folder where they lie
 */
record Backups(Path folder) {

    private static final int KEPT = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /**
     * Makes one. SQLite itself copies: whoever else opens and closes a database file takes its locks away from the whole
     * program, and does not see what is still in the write-ahead log.
     *
     * @param version the version of the shape it has
     * @return the copy, on disk
     */
    Path make(Handle handle, int version, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path copy = folder.resolve("arrtheaudio-" + TIME.format(now) + "-v" + version + ".db");
        Path part = folder.resolve(copy.getFileName() + ".part");
        Files.deleteIfExists(part);
        handle.createUpdate("VACUUM INTO :copy").bind("copy", part.toString()).execute();
        force(part);
        Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        deleteOldOnes();
        return copy;
    }

    private void deleteOldOnes() throws IOException {
        List<Path> copies;
        try (Stream<Path> there = Files.list(folder)) {
            copies = there.filter(file -> file.getFileName().toString().matches("arrtheaudio-.*\\.db"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : copies.subList(Math.min(KEPT, copies.size()), copies.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
