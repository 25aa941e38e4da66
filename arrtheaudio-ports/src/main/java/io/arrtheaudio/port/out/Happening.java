package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.media.Container;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Something that has happened, as {@link Telemetry} is told. */
public sealed interface Happening {

    /** Calls the method that belongs to this case. */
    void tell(Cases cases);

    /** One method for each case, so that a new case breaks every listener when it is compiled. */
    interface Cases {
        /** A file was dealt with. */
        void fileProcessed(FileProcessed happening);

        /** Jobs have ended. */
        void jobsEnded(JobsEnded happening);

        /** Something failed and is tried again. */
        void triedAgain(TriedAgain happening);

        /** Something failed. */
        void troubled(Troubled happening);

        /** A file was copied to leave its other names alone. */
        void linkBroken(LinkBroken happening);

        /** Somebody wanted a change taken back. */
        void undoTried(UndoTried happening);

        /** It was looked up whether a title's language is remembered. */
        void memoryAsked(MemoryAsked happening);

        /** Somebody outside was asked about a title. */
        void sourceAsked(SourceAsked happening);

        /** Nobody outside was asked about a title, although somebody wanted to. */
        void sourceSpared(SourceSpared happening);

        /** It is asked again, or no longer. */
        void circuitMoved(CircuitMoved happening);
    }

    /** Which part of the program something happened in. */
    enum Component {
        /** Looking into files and changing them. */
        FILES,
        /** Taking changes back. */
        UNDO,
        /** Keeping jobs and handing them out. */
        QUEUE,
        /** Asking somebody outside about titles. */
        LOOKUP,
        /** Answering requests. */
        API;

        /** The word for it in statistics: {@code files}. */
        public String word() {
            return lower(this);
        }
    }

    /** What a file was found to be. */
    enum FileKind {
        /** Matroska or WebM. */
        MKV,
        /** MP4 and its kin. */
        MP4,
        /** Something else, or nobody could look. */
        OTHER;

        /** The kind of a file in this container. */
        public static FileKind of(Container container) {
            return switch (container) {
                case MATROSKA -> MKV;
                case MP4 -> MP4;
            };
        }

        /** The word for it in statistics: {@code mkv}. */
        public String word() {
            return lower(this);
        }
    }

    /** What came of asking somebody outside. */
    enum Answer {
        /** An answer. */
        ANSWERED,
        /** There is no such title. */
        NOT_FOUND,
        /** The key is not accepted. */
        UNAUTHORIZED,
        /** The question is not accepted. */
        REFUSED,
        /** Too much was asked. */
        RATE_LIMITED,
        /** The other side is broken. */
        SERVER_ERROR,
        /** No answer in time. */
        TIMEOUT,
        /** No connection. */
        UNREACHABLE,
        /** Something that makes no sense. */
        STRANGE,
        /** The answer was not waited for. */
        ABANDONED;

        /** The word for it in statistics: {@code not_found}. */
        public String word() {
            return lower(this);
        }
    }

    /** Why nobody outside was asked. */
    enum Restraint {
        /** It failed too often and is left alone for a while. */
        CIRCUIT_OPEN,
        /** It wished to be left alone, or does not accept the key. */
        RESTING,
        /** Too much is asked already. */
        PACE;

        /** The word for it in statistics: {@code pace}. */
        public String word() {
            return lower(this);
        }
    }

    /** Whether somebody outside is asked. */
    enum Circuit {
        /** It is. */
        CLOSED,
        /** Once, to see whether it works again. */
        HALF_OPEN,
        /** It is not. */
        OPEN;

        /** The word for it in statistics: {@code half_open}. */
        public String word() {
            return lower(this);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A file was dealt with, whatever for.
     *
     * @param outcome what became of it
     * @param kind what it was found to be; if nobody could look into it, what its name promises
     * @param took how long that took
     */
    record FileProcessed(Outcome outcome, FileKind kind, Duration took) implements Happening {
        /** Checks the values. */
        public FileProcessed {
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(kind, "kind");
            if (took.isNegative()) {
                throw new IllegalArgumentException("took was " + took + " but must not be negative");
            }
        }

        @Override
        public void tell(Cases cases) {
            cases.fileProcessed(this);
        }
    }

    /**
     * Jobs have ended.
     *
     * @param how their last state
     * @param count how many
     */
    record JobsEnded(JobState how, long count) implements Happening {
        /** Checks the values. */
        public JobsEnded {
            if (!how.isEnd() || count < 1) {
                throw new IllegalArgumentException(count + " jobs that are " + how + " have not ended");
            }
        }

        @Override
        public void tell(Cases cases) {
            cases.jobsEnded(this);
        }
    }

    /**
     * Something failed and is tried again.
     *
     * @param component where
     */
    record TriedAgain(Component component) implements Happening {
        /** Checks the value. */
        public TriedAgain {
            Objects.requireNonNull(component, "component");
        }

        @Override
        public void tell(Cases cases) {
            cases.triedAgain(this);
        }
    }

    /**
     * Something failed, whether or not it is tried again. What was stopped on purpose has not failed.
     *
     * @param remedy who can mend it
     * @param component where
     */
    record Troubled(Remedy remedy, Component component) implements Happening {
        /** Checks the values. */
        public Troubled {
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(component, "component");
        }

        @Override
        public void tell(Cases cases) {
            cases.troubled(this);
        }
    }

    /**
     * A file was copied to leave its other names alone.
     *
     * @param copiedBytes how many bytes were written for that; 0 if the file system shares them
     */
    record LinkBroken(long copiedBytes) implements Happening {
        /** Checks the value. */
        public LinkBroken {
            if (copiedBytes < 0) {
                throw new IllegalArgumentException("copiedBytes was " + copiedBytes + " but must not be negative");
            }
        }

        @Override
        public void tell(Cases cases) {
            cases.linkBroken(this);
        }
    }

    /**
     * Somebody wanted a change taken back.
     *
     * @param outcome what came of it
     */
    record UndoTried(UndoOutcome outcome) implements Happening {
        /** Checks the value. */
        public UndoTried {
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public void tell(Cases cases) {
            cases.undoTried(this);
        }
    }

    /**
     * It was looked up whether a title's language is remembered.
     *
     * @param isKnown whether it is, and not too old
     */
    record MemoryAsked(boolean isKnown) implements Happening {
        @Override
        public void tell(Cases cases) {
            cases.memoryAsked(this);
        }
    }

    /**
     * Somebody outside was asked about a title; once for each request, not for each title.
     *
     * @param answer what came of it
     */
    record SourceAsked(Answer answer) implements Happening {
        /** Checks the value. */
        public SourceAsked {
            Objects.requireNonNull(answer, "answer");
        }

        @Override
        public void tell(Cases cases) {
            cases.sourceAsked(this);
        }
    }

    /**
     * Nobody outside was asked about a title, although somebody wanted to.
     *
     * @param why what kept them from it
     */
    record SourceSpared(Restraint why) implements Happening {
        /** Checks the value. */
        public SourceSpared {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public void tell(Cases cases) {
            cases.sourceSpared(this);
        }
    }

    /**
     * Somebody outside is asked again, or no longer.
     *
     * @param to how it is now
     */
    record CircuitMoved(Circuit to) implements Happening {
        /** Checks the value. */
        public CircuitMoved {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public void tell(Cases cases) {
            cases.circuitMoved(this);
        }
    }
}
