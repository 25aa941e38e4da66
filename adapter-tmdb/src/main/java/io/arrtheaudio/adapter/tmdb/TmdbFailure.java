package io.arrtheaudio.adapter.tmdb;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.Happening;
import java.time.Duration;

/**
 * Why there is no answer. Has no cause: exceptions of the HTTP client may hold the address, and so the key. What is worth
 * knowing of them is in the words, without the key.
 */
final class TmdbFailure extends RuntimeException {

    private static final String LATER = "it is asked again later";
    private static final String ADDRESS = "does tmdb.base_url lead to TMDB?";

    /** What went wrong, and what follows from it. */
    enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE(true, true, Remedy.RETRY_LATER, "look at the network and at tmdb.base_url; " + LATER),
        /** No whole answer in time. */
        SLOW(true, true, Remedy.RETRY_LATER, LATER),
        /** A status of 500 and above. */
        BROKEN(true, true, Remedy.RETRY_LATER, LATER),
        /** Status 429: more was asked than TMDB permits. */
        CROWDED(false, true, Remedy.RETRY_LATER, LATER),
        /** An answer that is not TMDB's: a redirection, a page for people, or more than TMDB ever says. */
        STRANGE(true, false, Remedy.FIX_SETTINGS, "does something else answer in its place? " + ADDRESS),
        /** Status 401. */
        BAD_KEY(
                false,
                false,
                Remedy.FIX_SETTINGS,
                "set tmdb.api_key to a key or an access token from https://www.themoviedb.org/settings/api"),
        /** Any other status, in TMDB's own words. */
        REFUSED(false, false, Remedy.FIX_SETTINGS, ADDRESS),
        /** Not asked: TMDB has failed too often. */
        PAUSED(false, false, Remedy.RETRY_LATER, LATER),
        /** Not asked: too many others are. */
        BUSY(false, false, Remedy.RETRY_LATER, LATER),
        /** Not asked any more: the time for the whole lookup is over. */
        LATE(false, false, Remedy.RETRY_LATER, LATER),
        /** The thread was interrupted, and still is. */
        INTERRUPTED(false, false, Remedy.RETRY_LATER, LATER),
        /** The program ends. */
        CLOSED(false, false, Remedy.RETRY_LATER, LATER);

        private final boolean isFault;
        private final boolean isTransient;
        private final Remedy remedy;
        private final String advice;

        Kind(boolean isFault, boolean isTransient, Remedy remedy, String advice) {
            this.isFault = isFault;
            this.isTransient = isTransient;
            this.remedy = remedy;
            this.advice = advice;
        }

        /** Whether TMDB has failed, so that it counts against it. */
        boolean isFault() {
            return isFault;
        }

        /** Whether another try soon may go better. */
        boolean isTransient() {
            return isTransient;
        }

        /** Whether TMDB has said something at all. */
        boolean isAnswer() {
            return this == CROWDED || this == BAD_KEY || this == REFUSED;
        }

        /** What came of asking, as it is counted. */
        Happening.Answer answer() {
            return switch (this) {
                case UNREACHABLE -> Happening.Answer.UNREACHABLE;
                case SLOW -> Happening.Answer.TIMEOUT;
                case BROKEN -> Happening.Answer.SERVER_ERROR;
                case CROWDED -> Happening.Answer.RATE_LIMITED;
                case STRANGE -> Happening.Answer.STRANGE;
                case BAD_KEY -> Happening.Answer.UNAUTHORIZED;
                case REFUSED -> Happening.Answer.REFUSED;
                case PAUSED, BUSY, LATE, INTERRUPTED, CLOSED -> Happening.Answer.ABANDONED;
            };
        }

        Remedy remedy() {
            return remedy;
        }

        String advice() {
            return advice;
        }
    }

    private final Kind kind;
    private final Duration retryAfter;

    /** With what was found, in a few words. */
    TmdbFailure(Kind kind, String found) {
        this(kind, found, Duration.ZERO);
    }

    /** With the wait that TMDB asks for; zero if it does not say. */
    TmdbFailure(Kind kind, String found, Duration retryAfter) {
        super(found);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    static TmdbFailure interrupted() {
        return new TmdbFailure(Kind.INTERRUPTED, "the lookup was interrupted");
    }

    static TmdbFailure closed() {
        return new TmdbFailure(Kind.CLOSED, "the program ends");
    }

    Kind kind() {
        return kind;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** As it crosses the port. */
    AudioFixException whenAsked(String host, Question question) {
        String told = "asked TMDB at " + host + " for " + question.about() + ": " + getMessage() + "; " + kind.advice();
        return kind == Kind.CLOSED ? AudioFixException.stopping(told) : new AudioFixException(kind.remedy(), told);
    }

    /** As a person is told who asks whether all is well. Without TMDB everything works, only by the list alone. */
    Finding asFinding(String subject) {
        return kind.remedy() == Remedy.FIX_SETTINGS
                ? Finding.problem(subject, getMessage(), kind.advice())
                : Finding.warning(subject, getMessage(), kind.advice());
    }
}
