package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.EditCost;
import java.util.List;
import java.util.function.Function;

/** How a change was carried out. */
sealed interface Carried {

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<? super Done, ? extends T> onDone, Function<? super Stopped, ? extends T> onStopped);

    /**
     * It is in the file, on disk.
     *
     * @param entry the journal's entry
     * @param cost what was written
     * @param warnings what did not go as it should have, although the file is right
     */
    record Done(String entry, EditCost cost, List<String> warnings) implements Carried {
        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> onDone, Function<? super Stopped, ? extends T> onStopped) {
            return onDone.apply(this);
        }
    }

    /**
     * The file is as it was.
     *
     * @param why what stood against it
     */
    record Stopped(Objection why) implements Carried {
        @Override
        public <T> T fold(
                Function<? super Done, ? extends T> onDone, Function<? super Stopped, ? extends T> onStopped) {
            return onStopped.apply(this);
        }
    }
}
