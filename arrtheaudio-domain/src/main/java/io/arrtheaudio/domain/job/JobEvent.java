package io.arrtheaudio.domain.job;

/** Something that happened to jobs, for those who watch. */
public sealed interface JobEvent {

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** A job is new or has changed. */
        T jobChanged(JobChanged event);

        /** A batch is new or has changed. */
        T batchChanged(BatchChanged event);

        /** The figures have changed. */
        T queueChanged(QueueChanged event);
    }

    /**
     * A job is new or has changed.
     *
     * @param job as it is now
     */
    record JobChanged(Job job) implements JobEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.jobChanged(this);
        }
    }

    /**
     * A batch is new or has changed.
     *
     * @param batch as it is now
     */
    record BatchChanged(Batch batch) implements JobEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.batchChanged(this);
        }
    }

    /**
     * The figures have changed.
     *
     * @param figures as they are now
     */
    record QueueChanged(QueueFigures figures) implements JobEvent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.queueChanged(this);
        }
    }
}
