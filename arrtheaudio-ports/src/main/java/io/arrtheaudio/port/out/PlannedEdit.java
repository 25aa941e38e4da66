package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.EditPlan;
import java.util.function.Function;

/** What a planner came to. */
public sealed interface PlannedEdit {

    /** Calls the function that belongs to this case. */
    <T> T fold(
            Function<? super Possible, ? extends T> onPossible,
            Function<? super Unsupported, ? extends T> onUnsupported);

    /**
     * It can be done.
     *
     * @param plan how
     */
    record Possible(EditPlan plan) implements PlannedEdit {
        @Override
        public <T> T fold(
                Function<? super Possible, ? extends T> onPossible,
                Function<? super Unsupported, ? extends T> onUnsupported) {
            return onPossible.apply(this);
        }
    }

    /**
     * It cannot be done in place by this planner.
     *
     * @param why for people: what was found, and which tool would do it
     */
    record Unsupported(String why) implements PlannedEdit {
        @Override
        public <T> T fold(
                Function<? super Possible, ? extends T> onPossible,
                Function<? super Unsupported, ? extends T> onUnsupported) {
            return onUnsupported.apply(this);
        }
    }
}
