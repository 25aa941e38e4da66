package io.arrtheaudio.adapter.jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts files in the place of those of the same names in a data folder. What was there moves into a folder beside them. The
 * new files lie ready in a folder whose name is given in one step; until then the old ones hold, from then on the new ones:
 * whoever finds that folder carries on. Everything is done while the data folder is locked.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final String START = "restore-";
    private static final String READY = START + "[0-9]{8}T[0-9]{6}Z\\.ready";
    private static final String REPLACED = "replaced-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** What SQLite keeps beside a database. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private final Path folder;
    private final Steps steps;

    Exchange(DataFolder folder) {
        this(folder, Steps.ON_DISK);
    }

    Exchange(DataFolder folder, Steps steps) {
        this.folder = folder.path();
        this.steps = steps;
    }

    /** What changes the disk; the seam by which tests end a program between two steps. */
    interface Steps {

        Steps ON_DISK = new Steps() {};

        default void makeFolder(Path made) throws IOException {
            Files.createDirectories(made);
        }

        default void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        default void delete(Path gone) throws IOException {
            Files.deleteIfExists(gone);
        }

        default void force(Path path) throws IOException {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether one was begun and not ended. A folder that cannot be looked into has none. */
    static boolean isUnfinishedIn(Path folder) {
        try {
            return ready(folder).isPresent();
        } catch (IOException e) {
            LOG.debug("cannot look into {}", folder, e);
            return false;
        }
    }

    /**
     * Carries out one.
     *
     * @param staged a folder in the data folder with nothing but the new files
     * @return the folder with the old ones
     */
    Path carryOut(Path staged, Instant now) throws IOException {
        for (Path file : filesIn(staged)) {
            steps.force(file);
        }
        steps.force(staged);
        String time = freeTime(now);
        steps.move(staged, folder.resolve(START + time + ".ready"));
        steps.force(folder);
        finish();
        return folder.resolve(REPLACED + time);
    }

    /** Ends what an earlier program did not end; mostly there is nothing. */
    void finish() throws IOException {
        Optional<Path> ready = ready(folder);
        while (ready.isPresent()) {
            String name = ready.get().getFileName().toString();
            Path replaced =
                    folder.resolve(REPLACED + name.substring(START.length(), name.length() - ".ready".length()));
            LOG.info("puts the files in {} in place; what was there goes to {}", ready.get(), replaced);
            exchange(ready.get(), replaced);
            ready = ready(folder);
        }
    }

    private void exchange(Path ready, Path replaced) throws IOException {
        steps.makeFolder(replaced);
        for (Path file : filesIn(ready)) { // one that is still there has not been put in place
            String name = file.getFileName().toString();
            for (String ending : BESIDE) {
                moveAway(folder.resolve(name + ending), replaced);
            }
            steps.force(replaced);
            steps.force(folder);
            steps.move(file, folder.resolve(name));
        }
        steps.force(folder);
        steps.delete(ready);
        steps.force(folder);
    }

    /** Never over what was moved away before. */
    private void moveAway(Path file, Path replaced) throws IOException {
        if (Files.exists(file)) {
            Path to = replaced.resolve(file.getFileName());
            for (int i = 1; Files.exists(to); i++) {
                to = replaced.resolve(file.getFileName() + "." + i);
            }
            steps.move(file, to);
        }
    }

    private String freeTime(Instant now) {
        Instant time = now;
        while (Files.exists(folder.resolve(REPLACED + TIME.format(time)))) {
            time = time.plus(1, ChronoUnit.SECONDS);
        }
        return TIME.format(time);
    }

    private static Optional<Path> ready(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(READY))
                    .sorted()
                    .findFirst();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
