package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.media.MediaFile;
import java.util.function.Function;

/** What an inspector found. */
public sealed interface InspectedFile {

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<? super Media, ? extends T> onMedia, Function<? super Other, ? extends T> onOther);

    /**
     * A media file.
     *
     * @param file with its audio tracks
     */
    record Media(MediaFile file) implements InspectedFile {
        @Override
        public <T> T fold(Function<? super Media, ? extends T> onMedia, Function<? super Other, ? extends T> onOther) {
            return onMedia.apply(this);
        }
    }

    /**
     * Something else.
     *
     * @param what in a few words for people: "an AVI file", "an empty file"
     */
    record Other(String what) implements InspectedFile {
        @Override
        public <T> T fold(Function<? super Media, ? extends T> onMedia, Function<? super Other, ? extends T> onOther) {
            return onOther.apply(this);
        }
    }
}
