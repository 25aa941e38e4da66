package io.arrtheaudio.domain.library;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;

/** Where a path of another machine is here. */
public sealed interface MappedPath {

    /** The path as it was received; what no file name can hold is shown as U+FFFD. */
    String received();

    /** What was tried, for people. */
    String tried();

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<Here, T> here, Function<Nowhere, T> nowhere);

    /**
     * A mapping fits. Whether the file is there nobody has looked.
     *
     * @param received the path as it was received
     * @param path the path here
     * @param tried the mapping that fits
     */
    record Here(String received, Path path, String tried) implements MappedPath {
        /** Checks the values. */
        public Here {
            Objects.requireNonNull(received, "received");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(tried, "tried");
        }

        @Override
        public <T> T fold(Function<Here, T> here, Function<Nowhere, T> nowhere) {
            return here.apply(this);
        }
    }

    /**
     * No mapping fits, or it is no path of a file.
     *
     * @param received the path as it was received
     * @param comparable one spelling for every path that means the same, with {@code /} between the names
     * @param tried the mappings that there are, or what is wrong with the path
     */
    record Nowhere(String received, String comparable, String tried) implements MappedPath {
        /** Checks the values. */
        public Nowhere {
            Objects.requireNonNull(received, "received");
            Objects.requireNonNull(comparable, "comparable");
            Objects.requireNonNull(tried, "tried");
        }

        @Override
        public <T> T fold(Function<Here, T> here, Function<Nowhere, T> nowhere) {
            return nowhere.apply(this);
        }
    }
}
