package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.StreamEvent.Kind;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/**
 * One connection that is told about events. Writes only what the connection takes without waiting (Jakarta Servlet,
 * section 5.8); the rest waits here, but not without bound.
 *
 * <p>One thread at a time.
 */
final class EventListener {

    private final ServletOutputStream out;
    private final Set<Kind> kinds;
    private final String lastId;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private boolean isUnflushed;

    /**
     * Nothing is written yet.
     *
     * @param kinds what it wants to hear of; empty for everything
     * @param lastId the last event that it has heard of; empty if it comes for the first time
     */
    EventListener(ServletOutputStream out, Set<Kind> kinds, String lastId) {
        this.out = out;
        this.kinds = Set.copyOf(kinds);
        this.lastId = lastId;
    }

    String lastId() {
        return lastId;
    }

    /** How much waits for the connection. */
    int waiting() {
        return queue.size();
    }

    /** Adds an event, if it is wanted. */
    void add(StreamEvent event) {
        if (kinds.isEmpty() || event.kind() == Kind.RESET || kinds.contains(event.kind())) {
            queue.add(event.bytes());
        }
    }

    /**
     * Writes as much as can be written without waiting. When more can be, the connection says so.
     *
     * @throws IOException if nobody is there any more
     */
    void write() throws IOException {
        while (canWrite()) {
            if (queue.isEmpty()) {
                isUnflushed = false;
                out.flush();
            } else {
                isUnflushed = true;
                out.write(queue.remove());
            }
        }
    }

    /** Asked only if there is something to write, since a no obliges the server to say when it becomes a yes. */
    private boolean canWrite() {
        return (!queue.isEmpty() || isUnflushed) && out.isReady();
    }
}
