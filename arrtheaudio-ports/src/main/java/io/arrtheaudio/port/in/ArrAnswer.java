package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.job.Webhook;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What became of a call of an Arr app. */
public sealed interface ArrAnswer {

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** It asked for work. */
        T accepted(Accepted answer);

        /** Files are gone. */
        T noted(Noted answer);

        /** It was a test. */
        T tested(Tested answer);

        /** It was nothing of interest. */
        T ignored(Ignored answer);
    }

    /**
     * It asked for work, which is accepted.
     *
     * @param webhook as it is kept, with the ids of its jobs
     * @param moved how many jobs that were pending go on at another path
     * @param cancelled how many jobs that were pending are ended, for their file is gone
     */
    record Accepted(Webhook webhook, int moved, int cancelled) implements ArrAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * Files are gone; there is nothing to be done.
     *
     * @param cancelled how many jobs that were pending are ended
     */
    record Noted(int cancelled) implements ArrAnswer {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.noted(this);
        }
    }

    /**
     * It was a test.
     *
     * @param mappings the path mappings, as they are set
     */
    record Tested(List<Mapped> mappings) implements ArrAnswer {
        /** Copies the list. */
        public Tested {
            mappings = List.copyOf(mappings);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tested(this);
        }
    }

    /**
     * A path mapping.
     *
     * @param remote the folder as the app knows it
     * @param local the same folder here
     * @param isThere whether there is such a folder
     */
    record Mapped(String remote, Path local, boolean isThere) {}

    /**
     * It was nothing of interest.
     *
     * @param word what the app calls the event
     * @param why in a few words for people; empty if such events never matter
     */
    record Ignored(String word, String why) implements ArrAnswer {
        /** Checks the values. */
        public Ignored {
            Objects.requireNonNull(word, "word");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ignored(this);
        }
    }
}
