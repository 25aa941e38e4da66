package io.arrtheaudio.domain.job;

import java.time.Instant;
import java.util.Objects;

/** What a worker has to say about a job that it lets go of. */
public sealed interface Settlement {

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** It is done or has failed for good. */
        T finished(Finished settlement);

        /** It failed and is tried again. */
        T tryAgain(TryAgain settlement);

        /** It must wait. */
        T waitFor(WaitFor settlement);

        /** The worker has to stop. */
        T giveBack(GiveBack settlement);

        /** It is about another file. */
        T relocate(Relocate settlement);

        /** The worker stopped because it was asked to. */
        T cancelled(Cancelled settlement);
    }

    /**
     * It is done or has failed for good.
     *
     * @param result what it came to
     */
    record Finished(JobResult result) implements Settlement {
        /** Checks that there is a result. */
        public Finished {
            if (result.kind() == ResultKind.NONE) {
                throw new IllegalArgumentException("a job that is finished must have a result");
            }
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.finished(this);
        }
    }

    /**
     * It failed, counts as a try, and is tried again behind everything else.
     *
     * @param due when
     * @param because what went wrong, for people
     */
    record TryAgain(Instant due, String because) implements Settlement {
        /** Checks the values. */
        public TryAgain {
            Objects.requireNonNull(due, "due");
            Objects.requireNonNull(because, "because");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tryAgain(this);
        }
    }

    /**
     * Something outside must change first. Counts as no try.
     *
     * @param reason what for
     * @param nextLook when it is looked at again
     * @param because what was found and what could be done, for people
     */
    record WaitFor(WaitReason reason, Instant nextLook, String because) implements Settlement {
        /** Checks the values. */
        public WaitFor {
            if (reason == WaitReason.NONE) {
                throw new IllegalArgumentException("a job that waits must have a reason");
            }
            Objects.requireNonNull(nextLook, "nextLook");
            Objects.requireNonNull(because, "because");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.waitFor(this);
        }
    }

    /**
     * The worker has to stop before it is done. Counts as no try, and keeps the job's place.
     *
     * @param because why, for people
     */
    record GiveBack(String because) implements Settlement {
        /** Checks the values. */
        public GiveBack {
            Objects.requireNonNull(because, "because");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.giveBack(this);
        }
    }

    /**
     * The path that was received means another file than it did, so the job is queued for that one.
     *
     * @param file which file
     */
    record Relocate(JobFile file) implements Settlement {
        /** Checks the values. */
        public Relocate {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.relocate(this);
        }
    }

    /**
     * The worker stopped because it was asked to, and the file is as it was.
     *
     * @param because who asked, for people
     */
    record Cancelled(String because) implements Settlement {
        /** Checks the values. */
        public Cancelled {
            Objects.requireNonNull(because, "because");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.cancelled(this);
        }
    }
}
