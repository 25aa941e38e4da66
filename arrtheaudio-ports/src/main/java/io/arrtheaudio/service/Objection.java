package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.function.Function;

/** Why a file is not to be written. */
sealed interface Objection {

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<? super Skip, ? extends T> onSkip, Function<? super Fail, ? extends T> onFail);

    /**
     * It is to be left alone.
     *
     * @param reason why, for programs
     * @param detail why, for people
     */
    record Skip(SkipReason reason, String detail) implements Objection {
        @Override
        public <T> T fold(Function<? super Skip, ? extends T> onSkip, Function<? super Fail, ? extends T> onFail) {
            return onSkip.apply(this);
        }
    }

    /**
     * It cannot be done.
     *
     * @param remedy who can mend it
     * @param obstacle what stood in the way
     * @param problem what was attempted, what was found, what to do
     */
    record Fail(Remedy remedy, Obstacle obstacle, String problem) implements Objection {

        /** What somebody else found. */
        static Fail of(AudioFixException problem) {
            return new Fail(problem.remedy(), problem.obstacle(), problem.getMessage());
        }

        @Override
        public <T> T fold(Function<? super Skip, ? extends T> onSkip, Function<? super Fail, ? extends T> onFail) {
            return onFail.apply(this);
        }
    }
}
