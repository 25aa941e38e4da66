package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.Batch;

/** What became of the wish to start a batch. */
public sealed interface BatchAnswer {

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** It has begun. */
        T started(Started answer);

        /** One of the same path is running. */
        T alreadyRunning(AlreadyRunning answer);

        /** The queue is full. */
        T queueFull(QueueFull answer);

        /** The path is not one that callers may name. */
        T notAllowed(NotAllowed answer);
    }

    /**
     * It has begun.
     *
     * @param batch the new one
     */
    record Started(Batch batch) implements BatchAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.started(this);
        }
    }

    /**
     * One of the same path is running.
     *
     * @param batch that one
     */
    record AlreadyRunning(Batch batch) implements BatchAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.alreadyRunning(this);
        }
    }

    /**
     * The queue is full.
     *
     * @param queued how many jobs are in it
     * @param limit how many may be
     */
    record QueueFull(long queued, long limit) implements BatchAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.queueFull(this);
        }
    }

    /** The path is not one that callers may name; whether there is something is not told. */
    record NotAllowed() implements BatchAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notAllowed(this);
        }
    }
}
