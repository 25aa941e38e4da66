package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.media.AudioTrack;
import java.util.function.Function;

/** What should become of a file's default audio track. */
public sealed interface Choice {

    /** Why. */
    Explanation explanation();

    /** The same with one more warning. */
    default Choice withWarning(String warning) {
        Explanation more = explanation().withWarning(warning);
        return fold(
                found -> new Switch(found.to(), more),
                keep -> new Keep(keep.already(), more),
                none -> new NoMatch(more));
    }

    /** Calls the function that belongs to this case. */
    <T> T fold(
            Function<? super Switch, ? extends T> onSwitch,
            Function<? super Keep, ? extends T> onKeep,
            Function<? super NoMatch, ? extends T> onNoMatch);

    /**
     * Another track should be the only default.
     *
     * @param to the track
     * @param explanation why
     */
    record Switch(AudioTrack to, Explanation explanation) implements Choice {
        @Override
        public <T> T fold(
                Function<? super Switch, ? extends T> onSwitch,
                Function<? super Keep, ? extends T> onKeep,
                Function<? super NoMatch, ? extends T> onNoMatch) {
            return onSwitch.apply(this);
        }
    }

    /**
     * The file is as it should be.
     *
     * @param already the track that plays
     * @param explanation why
     */
    record Keep(AudioTrack already, Explanation explanation) implements Choice {
        @Override
        public <T> T fold(
                Function<? super Switch, ? extends T> onSwitch,
                Function<? super Keep, ? extends T> onKeep,
                Function<? super NoMatch, ? extends T> onNoMatch) {
            return onKeep.apply(this);
        }
    }

    /**
     * No track is wanted; the file stays as it is.
     *
     * @param explanation why
     */
    record NoMatch(Explanation explanation) implements Choice {
        @Override
        public <T> T fold(
                Function<? super Switch, ? extends T> onSwitch,
                Function<? super Keep, ? extends T> onKeep,
                Function<? super NoMatch, ? extends T> onNoMatch) {
            return onNoMatch.apply(this);
        }
    }
}
