package io.arrtheaudio.adapter.ffmpeg;

import java.util.function.Function;

/** Whether a tool can be used. */
sealed interface ToolState {

    /** Calls the function that belongs to this case. */
    <T> T fold(
            Function<? super Ready, ? extends T> onReady,
            Function<? super Missing, ? extends T> onMissing,
            Function<? super Broken, ? extends T> onBroken);

    /** It is there and says which it is: {@code mkvpropedit v74.0.0}. */
    record Ready(Tool tool, ToolVersion version) implements ToolState {
        @Override
        public <T> T fold(
                Function<? super Ready, ? extends T> onReady,
                Function<? super Missing, ? extends T> onMissing,
                Function<? super Broken, ? extends T> onBroken) {
            return onReady.apply(this);
        }

        String name() {
            return tool + " " + version;
        }
    }

    /**
     * There is none.
     *
     * @param found for people, with what to do
     */
    record Missing(String found) implements ToolState {
        @Override
        public <T> T fold(
                Function<? super Ready, ? extends T> onReady,
                Function<? super Missing, ? extends T> onMissing,
                Function<? super Broken, ? extends T> onBroken) {
            return onMissing.apply(this);
        }
    }

    /**
     * There is something that cannot be used.
     *
     * @param found for people
     */
    record Broken(String found) implements ToolState {
        @Override
        public <T> T fold(
                Function<? super Ready, ? extends T> onReady,
                Function<? super Missing, ? extends T> onMissing,
                Function<? super Broken, ? extends T> onBroken) {
            return onBroken.apply(this);
        }
    }
}
