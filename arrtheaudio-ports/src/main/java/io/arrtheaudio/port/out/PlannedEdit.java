package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.EditPlan;
import java.util.function.Function;

/** What a planner came to. */
public sealed interface PlannedEdit {

    /** Calls the function that belongs to this case. */
    <T> T fold(
            Function<? super Possible, ? extends T> onPossible,
            Function<? super Rewrite, ? extends T> onRewrite,
            Function<? super Unsupported, ? extends T> onUnsupported);

    /**
     * It can be done by overwriting bytes.
     *
     * @param plan which
     * @param engine who planned it: {@code builtin}, {@code mkvpropedit v74.0.0}
     */
    record Possible(EditPlan plan, String engine) implements PlannedEdit {
        @Override
        public <T> T fold(
                Function<? super Possible, ? extends T> onPossible,
                Function<? super Rewrite, ? extends T> onRewrite,
                Function<? super Unsupported, ? extends T> onUnsupported) {
            return onPossible.apply(this);
        }
    }

    /**
     * It can be done by a {@link Rewriter}.
     *
     * @param method what it would do, in a few words for people
     * @param engine who it is: {@code ffmpeg 5.1.9}
     */
    record Rewrite(String method, String engine) implements PlannedEdit {
        @Override
        public <T> T fold(
                Function<? super Possible, ? extends T> onPossible,
                Function<? super Rewrite, ? extends T> onRewrite,
                Function<? super Unsupported, ? extends T> onUnsupported) {
            return onRewrite.apply(this);
        }
    }

    /**
     * It cannot be done by this planner.
     *
     * @param why for people: what was found, and which tool would do it
     */
    record Unsupported(String why) implements PlannedEdit {
        @Override
        public <T> T fold(
                Function<? super Possible, ? extends T> onPossible,
                Function<? super Rewrite, ? extends T> onRewrite,
                Function<? super Unsupported, ? extends T> onUnsupported) {
            return onUnsupported.apply(this);
        }
    }
}
