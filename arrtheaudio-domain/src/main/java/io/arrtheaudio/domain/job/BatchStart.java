package io.arrtheaudio.domain.job;

import java.util.function.Function;

/** What became of the wish to start a batch. */
public sealed interface BatchStart {

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<Started, T> started, Function<AlreadyRunning, T> alreadyRunning);

    /**
     * It has begun.
     *
     * @param batch the new one
     */
    record Started(Batch batch) implements BatchStart {
        @Override
        public <T> T fold(Function<Started, T> started, Function<AlreadyRunning, T> alreadyRunning) {
            return started.apply(this);
        }
    }

    /**
     * One of the same path is running.
     *
     * @param batch that one
     */
    record AlreadyRunning(Batch batch) implements BatchStart {
        @Override
        public <T> T fold(Function<Started, T> started, Function<AlreadyRunning, T> alreadyRunning) {
            return alreadyRunning.apply(this);
        }
    }
}
