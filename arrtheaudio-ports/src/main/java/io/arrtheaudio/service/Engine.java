package io.arrtheaudio.service;

import io.arrtheaudio.port.out.ContainerInventory;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.Rewriter;
import java.util.Objects;

/**
 * What knows media files from inside.
 *
 * @param inspector reads their tracks
 * @param planner works out how to change them
 * @param rewriter writes them anew, where the planner says so
 * @param inventory tells what a rewritten file has lost
 */
public record Engine(
        MediaInspector inspector, DefaultTrackPlanner planner, Rewriter rewriter, ContainerInventory inventory) {

    /** Checks that all are there. */
    public Engine {
        Objects.requireNonNull(inspector, "inspector");
        Objects.requireNonNull(planner, "planner");
        Objects.requireNonNull(rewriter, "rewriter");
        Objects.requireNonNull(inventory, "inventory");
    }

    /**
     * An engine that never writes a file anew.
     *
     * @param planner one that plans no {@link io.arrtheaudio.port.out.PlannedEdit.Rewrite}
     */
    public static Engine patching(MediaInspector inspector, DefaultTrackPlanner planner) {
        return new Engine(
                inspector,
                planner,
                (file, defaults, into, progress) -> {
                    throw new IllegalStateException("a rewrite of " + file.path() + " was planned by who plans none");
                },
                file -> {
                    throw new IllegalStateException("nothing is written anew, and " + file + " is to be compared");
                });
    }
}
