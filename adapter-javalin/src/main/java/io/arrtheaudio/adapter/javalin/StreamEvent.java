package io.arrtheaudio.adapter.javalin;

import java.nio.charset.StandardCharsets;

/**
 * One event as it goes over the wire: {@code text/event-stream} of the HTML standard, section 9.2.
 *
 * @param kind what it is about
 * @param number its place among the events of this run; 0 for what only one listener is told
 * @param bytes all of it
 */
record StreamEvent(Kind kind, long number, byte[] bytes) {

    /** What an event is about. */
    enum Kind {
        /** A job is new or has changed. */
        JOB,
        /** A batch is new or has changed. */
        BATCH,
        /** The figures have changed. */
        QUEUE,
        /** Events are missing: what is known must be asked for anew. */
        RESET
    }

    /** Keeps the connection busy, and tells nothing. */
    static final StreamEvent HEARTBEAT = comment(":\n\n");

    /** The first thing that a listener hears: after how long to come back when the connection is lost. */
    static final StreamEvent WELCOME = comment("retry: 3000\n\n");

    private static StreamEvent comment(String text) {
        return new StreamEvent(Kind.RESET, 0, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An event.
     *
     * @param id what a listener shows when it comes back
     * @param data on one line, as JSON is written
     */
    static StreamEvent of(Kind kind, long number, String id, byte[] data) {
        byte[] head = ("id: " + id + "\nevent: " + Words.of(kind) + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + data.length + 2];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(data, 0, whole, head.length, data.length);
        whole[whole.length - 2] = '\n';
        whole[whole.length - 1] = '\n';
        return new StreamEvent(kind, number, whole);
    }
}
