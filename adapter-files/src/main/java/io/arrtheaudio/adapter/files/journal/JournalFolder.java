package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.JournalEntry;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where what lies, and what is there. An open entry lies in {@code open}, under a name by which its file is found at once;
 * an ended one in {@code entries}, under its number. Reads, never writes.
 *
 * @param path the folder, symbolic links resolved
 */
record JournalFolder(Path path) {

    private static final int IN_A_BLOCK = 1000;
    private static final String OPEN_NAME = "[0-9a-f]{64}";
    private static final String BLOCK_NAME = "[0-9]{7,15}";
    private static final String NUMBER = "[0-9]{1,18}";
    private static final String ENTRY_NAME = "[0-9]{10,18}";

    /** What has the turn. */
    Path lock() {
        return path.resolve("lock");
    }

    /** Where the open entries are. */
    Path open() {
        return path.resolve("open");
    }

    /** Where the ended entries are, in one folder for each thousand. */
    Path entries() {
        return path.resolve("entries");
    }

    /** The open entry of a file, if there is one: by its key or, where it has none, by its path. */
    Path openOf(FileIdentity file) {
        String name = file.key().isEmpty() ? "path " + file.path() : "key " + file.key();
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return open().resolve(HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e); // every one must have it
        }
    }

    /** An entry that has ended, if it has. */
    Path endedOf(long number) {
        return entries().resolve(String.format("%07d", number / IN_A_BLOCK)).resolve(fileNameOf(number));
    }

    /** So many digits that names sort like numbers. */
    private static String fileNameOf(long number) {
        return String.format("%010d", number);
    }

    /** The name of an entry. */
    static String idOf(long number) {
        return Long.toString(number);
    }

    /** The number of an entry or its file; 0, which none has, if this is the name of neither. */
    static long numberOf(String name) {
        return name.matches(NUMBER) ? Long.parseLong(name) : 0;
    }

    /** Whether an entry that still lies among the open ones has ended: a program may have been killed in between. */
    boolean hasEnded(JournalEntry entry) {
        return Files.exists(endedOf(numberOf(entry.id())));
    }

    /** The files of the open entries, some of which may have ended. */
    List<Path> openFiles() throws IOException {
        return namesIn(open(), OPEN_NAME);
    }

    /** The folders of ended entries, the newest first. */
    List<Path> blocks() throws IOException {
        return namesIn(entries(), BLOCK_NAME);
    }

    /** The files of ended entries in one folder, the newest first. */
    List<Path> endedFiles(Path block) throws IOException {
        return namesIn(block, ENTRY_NAME);
    }

    private static List<Path> namesIn(Path folder, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().matches(pattern))) {
            all.forEach(found::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(Comparator.comparing(Path::getFileName).reversed());
        return found;
    }

    /**
     * Reads an entry; empty if there is none.
     *
     * @throws DamagedEntry if there is something else
     */
    static Optional<JournalEntry> read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toFile())) { // which no interrupt closes
            bytes = in.readAllBytes();
        } catch (FileNotFoundException e) {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            throw e;
        }
        try {
            return Optional.of(EntryFormat.entry(bytes));
        } catch (IOException e) {
            throw new DamagedEntry(file, e);
        }
    }

    /** A file in an entry's place that holds none. */
    static final class DamagedEntry extends IOException {

        private static final long serialVersionUID = 1;

        DamagedEntry(Path file, IOException cause) {
            super(file + ": " + cause.getMessage(), cause);
        }
    }
}
