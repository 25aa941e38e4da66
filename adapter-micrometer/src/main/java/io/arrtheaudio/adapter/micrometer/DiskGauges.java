package io.arrtheaudio.adapter.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much room there is, and how much the database takes. Which libraries there are may change. */
final class DiskGauges {

    private final Lookups lookups;
    private final Watched watched;
    private final Lookup<Long> database;
    private final MultiGauge free;
    private final Map<Path, Lookup<Long>> libraries = new ConcurrentHashMap<>();

    DiskGauges(MeterRegistry registry, Lookups lookups, Watched watched) {
        this.lookups = lookups;
        this.watched = watched;
        database = lookups.of(watched.databaseBytes()::getAsLong);
        Gauge.builder("arrtheaudio.database.size", database, DiskGauges::bytes)
                .description("Size of the database, with what is not merged into it yet")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        free = MultiGauge.builder("arrtheaudio.library.free")
                .description("Room on the disk of each library")
                .baseUnit("bytes")
                .register(registry);
    }

    void refresh() {
        database.want();
        List<Path> now = watched.libraries().get();
        libraries.keySet().retainAll(now);
        for (Path library : now) {
            libraries
                    .computeIfAbsent(
                            library,
                            added -> lookups.of(() -> watched.freeBytes().applyAsLong(added)))
                    .want();
        }
        free.register(now.stream().distinct().map(this::row).toList(), true);
    }

    private MultiGauge.Row<?> row(Path library) {
        Lookup<Long> lookup = libraries.get(library);
        return MultiGauge.Row.of(Tags.of("library", library.toString()), lookup, DiskGauges::bytes);
    }

    private static double bytes(Lookup<Long> lookup) {
        return lookup.figure(Long::doubleValue);
    }
}
