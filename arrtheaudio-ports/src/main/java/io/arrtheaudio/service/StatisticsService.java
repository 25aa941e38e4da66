package io.arrtheaudio.service;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.port.out.FiguresView;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts since midnight of a wall clock.
 *
 * <p>Thread-safe.
 */
public final class StatisticsService implements Statistics {

    private final Supplier<Optional<FiguresView>> view;
    private final Supplier<MemoryUse> use;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * Everything from outside is handed in.
     *
     * @param view asked each time; empty where nothing is remembered yet
     * @param use how often answers were of use in this run
     */
    public StatisticsService(
            Supplier<Optional<FiguresView>> view, Supplier<MemoryUse> use, InstantSource clock, ZoneId zone) {
        this.view = view;
        this.use = use;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Figures figures() {
        var midnight = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone);
        return view.get()
                .map(found -> found.count(midnight.toInstant()))
                .orElse(Figures.NONE)
                .with(use.get());
    }
}
