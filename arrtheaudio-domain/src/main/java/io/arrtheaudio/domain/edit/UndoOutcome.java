package io.arrtheaudio.domain.edit;

import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;

/** What became of the wish to take one recorded change back. */
public sealed interface UndoOutcome {

    /** The file, where it is now; where it was if it is not there. */
    Path file();

    /** The journal's entry that was to be taken back. */
    String entry();

    /** The case in one word: {@code undone}, {@code refused} ... */
    String word();

    /** Calls the method that belongs to this case. */
    <T> T fold(Cases<T> cases);

    /** One method for each case, so that a new case breaks every caller when it is compiled. */
    interface Cases<T> {
        /** It was taken back. */
        T undone(Undone outcome);

        /** It would be taken back. */
        T wouldUndo(WouldUndo outcome);

        /** It was left as it is. */
        T refused(Refused outcome);

        /** It did not work. */
        T failed(Failed outcome);
    }

    /**
     * The file is as it was before that change, on disk.
     *
     * @param file the file
     * @param entry the entry that was taken back
     * @param by the entry of the undo itself; taking that one back makes the change again
     * @param note what a careful owner should know; empty if the bytes are what they were
     */
    record Undone(Path file, String entry, String by, String note) implements UndoOutcome {
        @Override
        public String word() {
            return "undone";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.undone(this);
        }
    }

    /**
     * A dry run found that it can be taken back; nothing was written.
     *
     * @param file the file
     * @param entry the entry that would be taken back
     * @param note what a careful owner should know; empty if the bytes would be what they were
     */
    record WouldUndo(Path file, String entry, String note) implements UndoOutcome {
        @Override
        public String word() {
            return "would_undo";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wouldUndo(this);
        }
    }

    /**
     * The file was left as it is.
     *
     * @param file the file
     * @param entry the entry that was not taken back
     * @param reason why, for people: what was found and what could be done
     */
    record Refused(Path file, String entry, String reason) implements UndoOutcome {
        @Override
        public String word() {
            return "refused";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * It did not work; the file is as it was before the attempt.
     *
     * @param file the file
     * @param entry the entry that was not taken back
     * @param remedy who can mend it
     * @param problem what was attempted, what was found, what to do
     */
    record Failed(Path file, String entry, Remedy remedy, String problem) implements UndoOutcome {
        @Override
        public String word() {
            return "failed";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(this);
        }
    }
}
