package io.arrtheaudio.service;

import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Asks one planner after the other until one can do it: what needs no tool comes first.
 *
 * <p>Thread-safe if all of them are.
 */
public final class FirstPossible implements DefaultTrackPlanner {

    private final List<DefaultTrackPlanner> planners;

    /** @param planners in the order in which they are asked, at least one */
    public FirstPossible(DefaultTrackPlanner... planners) {
        if (planners.length == 0) {
            throw new IllegalArgumentException("there is no planner to ask");
        }
        this.planners = List.of(planners);
    }

    @Override
    public PlannedEdit plan(MediaFile file, Set<Integer> defaults) {
        List<String> reasons = new ArrayList<>();
        for (DefaultTrackPlanner planner : planners) {
            PlannedEdit planned = planner.plan(file, defaults);
            if (planned instanceof PlannedEdit.Unsupported unsupported) {
                reasons.add(unsupported.why());
            } else {
                return planned;
            }
        }
        return new PlannedEdit.Unsupported(String.join("; ", reasons));
    }
}
