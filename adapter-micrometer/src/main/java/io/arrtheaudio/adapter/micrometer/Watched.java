package io.arrtheaudio.adapter.micrometer;

import io.arrtheaudio.domain.job.QueueFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What can be looked up. Each may be slow or fail; none is asked more than once at a time, nor more often than every few
 * seconds.
 *
 * @param figures of the queue
 * @param databaseBytes how large the database is on disk
 * @param dataFolder where it lies
 * @param libraries where films are; asked for every page
 * @param freeBytes how much room there is at a path
 */
public record Watched(
        Supplier<QueueFigures> figures,
        LongSupplier databaseBytes,
        Path dataFolder,
        Supplier<List<Path>> libraries,
        ToLongFunction<Path> freeBytes) {

    /** Checks the values. */
    public Watched {
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(databaseBytes, "databaseBytes");
        Objects.requireNonNull(dataFolder, "dataFolder");
        Objects.requireNonNull(libraries, "libraries");
        Objects.requireNonNull(freeBytes, "freeBytes");
    }
}
