package io.arrtheaudio.service;

import io.arrtheaudio.domain.figures.Figures;
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
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param view asked each time; empty where nothing is remembered yet */
    public StatisticsService(Supplier<Optional<FiguresView>> view, InstantSource clock, ZoneId zone) {
        this.view = view;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Figures figures() {
        var midnight = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone);
        return view.get().map(found -> found.count(midnight.toInstant())).orElse(Figures.NONE);
    }
}
