package io.arrtheaudio.adapter.javalin;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Is told about every answer, for figures, and about the time in between, for traces.
 *
 * <p>Called from many threads; must return at once and throw nothing.
 */
@FunctionalInterface
public interface RequestObserver {

    /** Nobody is told. */
    RequestObserver NONE = answered -> {};

    /**
     * There is a route; told before the first request.
     *
     * @param verb of HTTP
     * @param route as it is documented, {@code /api/v1/jobs/{id}}
     * @param statuses that it may be answered with, as far as they are documented
     */
    default void serves(String verb, String route, Set<Integer> statuses) {}

    /**
     * A request begins to be dealt with, by this thread.
     *
     * @param verb as in {@link Answered}
     * @param route as in {@link Answered}
     * @param id what the request is called in the log and by all that it brings about
     * @param parent what the client sent as {@code traceparent}, unchecked; empty if nothing
     */
    default Underway begins(String verb, String route, String id, String parent) {
        return Underway.UNWATCHED;
    }

    /** A request was answered. */
    void answered(Answered request);

    /** A request that is being dealt with. One thread at a time: the one in which it began. */
    @FunctionalInterface
    interface Underway {

        /** Nobody looks how long it takes. */
        Underway UNWATCHED = status -> {};

        /** It was answered; for streams: they have begun. */
        void answered(int status);
    }

    /**
     * A request that was answered.
     *
     * @param verb of HTTP, {@code OTHER} if it is none that anything here answers to
     * @param route as it is documented, {@code /api/v1/jobs/{id}}; empty if there is none, so that there are only so many
     * @param status of the answer
     * @param time from the moment that the request was there; for streams, until their begin
     */
    record Answered(String verb, String route, int status, Duration time) {

        /** Checks the values. */
        public Answered {
            Objects.requireNonNull(verb, "verb");
            Objects.requireNonNull(route, "route");
            Objects.requireNonNull(time, "time");
        }
    }
}
