package io.arrtheaudio.domain.job;

import java.util.List;
import java.util.function.Function;

/** What became of requests that were handed in together: all were accepted, or none. */
public sealed interface Submission {

    /** Calls the function that belongs to this case. */
    <T> T fold(Function<Accepted, T> accepted, Function<QueueFull, T> queueFull);

    /**
     * All were.
     *
     * @param tickets one for each request, in their order
     */
    record Accepted(List<JobTicket> tickets) implements Submission {
        /** Copies the list. */
        public Accepted {
            tickets = List.copyOf(tickets);
        }

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<QueueFull, T> queueFull) {
            return accepted.apply(this);
        }
    }

    /**
     * None was: with them there would be too many jobs in the queue.
     *
     * @param queued how many are in the queue
     * @param limit how many may be
     */
    record QueueFull(long queued, long limit) implements Submission {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<QueueFull, T> queueFull) {
            return queueFull.apply(this);
        }
    }
}
