package io.arrtheaudio.domain.edit;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import java.nio.file.Path;

/** What became of one file. */
public sealed interface Outcome {

    /** The file as the caller named it. */
    Path file();

    /** The case in one word: {@code changed}, {@code already_correct} ... */
    String word();

    /** What was thought of its tracks; {@link Explanation#NONE} if they were not looked at. */
    Explanation explanation();

    /** Why it came to that, for people: how the track was chosen, else what stood in the way. */
    default String why() {
        return explanation().summary();
    }

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** The file was changed. */
        T changed(Changed outcome);

        /** The file needed nothing. */
        T alreadyCorrect(AlreadyCorrect outcome);

        /** No track is wanted. */
        T noMatch(NoMatch outcome);

        /** The file was left alone. */
        T skipped(Skipped outcome);

        /** The file would have been changed. */
        T wouldChange(WouldChange outcome);

        /** It did not work. */
        T failed(Failed outcome);
    }

    /**
     * The track is the only default now, on disk.
     *
     * @param file the file as the caller named it
     * @param to the new default
     * @param cost what was written
     * @param entry the journal's entry that takes it back
     * @param explanation why
     */
    record Changed(Path file, AudioTrack to, EditCost cost, String entry, Explanation explanation) implements Outcome {
        @Override
        public String word() {
            return "changed";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.changed(this);
        }
    }

    /**
     * The right track is the only default already; nothing was written.
     *
     * @param file the file as the caller named it
     * @param already the default
     * @param explanation why
     */
    record AlreadyCorrect(Path file, AudioTrack already, Explanation explanation) implements Outcome {
        @Override
        public String word() {
            return "already_correct";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.alreadyCorrect(this);
        }
    }

    /**
     * None of the tracks is wanted; nothing was written.
     *
     * @param file the file as the caller named it
     * @param explanation why
     */
    record NoMatch(Path file, Explanation explanation) implements Outcome {
        @Override
        public String word() {
            return "no_match";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.noMatch(this);
        }
    }

    /**
     * The file was left alone; nothing was written.
     *
     * @param file the file as the caller named it
     * @param reason why, for programs
     * @param detail why, for people: what was found and what could be done
     * @param explanation what was thought of its tracks
     */
    record Skipped(Path file, SkipReason reason, String detail, Explanation explanation) implements Outcome {
        @Override
        public String word() {
            return "skipped";
        }

        @Override
        public String why() {
            return detail;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.skipped(this);
        }
    }

    /**
     * A dry run found something to do; nothing was written.
     *
     * @param file the file as the caller named it
     * @param to the track that would become the default
     * @param cost what would be written
     * @param explanation why
     */
    record WouldChange(Path file, AudioTrack to, EditCost cost, Explanation explanation) implements Outcome {
        @Override
        public String word() {
            return "would_change";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wouldChange(this);
        }
    }

    /**
     * It did not work; the file is as it was.
     *
     * @param file the file as the caller named it
     * @param remedy who can mend it
     * @param obstacle what stood in the way
     * @param problem what was attempted, what was found, what to do
     * @param explanation what was thought of its tracks
     */
    record Failed(Path file, Remedy remedy, Obstacle obstacle, String problem, Explanation explanation)
            implements Outcome {

        /** Nothing is known that stood in the way. */
        public Failed(Path file, Remedy remedy, String problem, Explanation explanation) {
            this(file, remedy, Obstacle.NONE, problem, explanation);
        }

        @Override
        public String word() {
            return "failed";
        }

        @Override
        public String why() {
            return problem;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(this);
        }
    }
}
