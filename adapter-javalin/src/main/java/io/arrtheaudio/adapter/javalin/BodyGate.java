package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Bounds;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads bodies whole before a thread works on the request, so that clients who send slowly hold none. A body that is too
 * long or too slow is not read on; why stands with the request, and is its answer. Nothing is read from who shows neither
 * a key nor a signature where one is needed. Those who show no key share a small part of the memory.
 */
final class BodyGate extends Handler.Wrapper {

    private static final String REFUSAL = "refusal of the body";
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int BODIES_OF_STRANGERS = 16;
    private static final long TRY_AGAIN_SECONDS = 5;

    private final CallerCheck callers;
    private final Bounds bounds;
    private final InstantSource clock;
    private final AtomicLong ofStrangers = new AtomicLong();

    BodyGate(CallerCheck callers, Bounds bounds, InstantSource clock, Handler inside) {
        super(inside);
        this.callers = callers;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Throws why the body of a request was not read, if it was not. */
    static void check(Context context) {
        Refusal refusal = context.attribute(REFUSAL);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        CallerCheck.Shown shown = Arrival.of(request).shown();
        boolean isStranger = !callers.showsKey(shown);
        boolean isIdle = isStranger && !callers.isOff() && shown.signature().isEmpty();
        if (isIdle || !hasBody(request)) {
            return super.handle(request, response, callback);
        }
        if (request.getLength() > bounds.bodyBytes()) {
            request.setAttribute(REFUSAL, tooLong());
            return super.handle(request, response, callback);
        }
        new Reading(request, response, callback, isStranger).begin();
        return true;
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0
                || request.getLength() < 0 && request.getHeaders().contains("Transfer-Encoding");
    }

    private Refusal tooLong() {
        return Refusal.hangingUp(413, "the body is longer than " + bounds.bodyBytes() + " bytes");
    }

    private Refusal tooSlow() {
        return Refusal.hangingUp(
                408,
                "the body came too slowly; it must be whole within "
                        + bounds.bodyTime().toSeconds() + " seconds, and at least " + bounds.bodyBytesPerSecond()
                        + " bytes must come in each");
    }

    private static Refusal tooMuch() {
        return Refusal.later(503, "too many bodies are on their way; try again in a moment", TRY_AGAIN_SECONDS);
    }

    /** One body on its way. Called by one thread at a time, and by none while it waits. */
    private final class Reading implements Invocable.Task {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final boolean isStranger;
        private final Instant begun = clock.instant();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private boolean hasWaited;

        Reading(Request request, Response response, Callback callback, boolean isStranger) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.isStranger = isStranger;
        }

        void begin() {
            Request.addCompletionListener(request, failure -> ofStrangers.addAndGet(isStranger ? -body.size() : 0));
            read();
        }

        /** There is more of it. */
        @Override
        public void run() {
            hasWaited = true;
            read();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private void read() {
            Content.Chunk chunk = request.read();
            while (chunk != null) {
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return;
                }
                boolean isLast = chunk.isLast();
                boolean isTaken = take(chunk);
                if (!isTaken || isLast) {
                    pass(isTaken ? new Whole(request, body.toByteArray()) : request);
                    return;
                }
                chunk = request.read();
            }
            request.demand(this);
        }

        /** Whether all is well with it so far. */
        private boolean take(Content.Chunk chunk) {
            int bytes = chunk.remaining();
            boolean isFull = isStranger && ofStrangers.get() + bytes > (long) BODIES_OF_STRANGERS * bounds.bodyBytes();
            if (isFull) {
                request.setAttribute(REFUSAL, tooMuch());
            } else if (body.size() + bytes > bounds.bodyBytes()) {
                request.setAttribute(REFUSAL, tooLong());
            } else if (!chunk.isLast() && isTooSlow(body.size() + bytes)) {
                request.setAttribute(REFUSAL, tooSlow());
            } else {
                keep(chunk);
            }
            chunk.release();
            return request.getAttribute(REFUSAL) == null;
        }

        private void keep(Content.Chunk chunk) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(bytes);
            body.writeBytes(bytes);
            ofStrangers.addAndGet(isStranger ? bytes.length : 0);
        }

        private boolean isTooSlow(int bytes) {
            Duration passed = Duration.between(begun, clock.instant());
            Duration late = passed.minus(GRACE);
            return passed.compareTo(bounds.bodyTime()) > 0
                    || !late.isNegative() && bytes < late.toMillis() * bounds.bodyBytesPerSecond() / 1_000;
        }

        private void fail(Throwable failure) {
            if (failure instanceof TimeoutException) {
                request.setAttribute(REFUSAL, tooSlow());
                pass(request);
            } else {
                Response.writeError(request, response, callback, failure);
            }
        }

        /** On the thread that began, or on one that may block. */
        private void pass(Request ready) {
            if (!hasWaited) {
                work(ready);
                return;
            }
            try {
                request.getComponents().getExecutor().execute(() -> work(ready));
            } catch (RejectedExecutionException e) {
                callback.failed(e);
            }
        }

        private void work(Request ready) {
            try {
                if (!BodyGate.super.handle(ready, response, callback)) {
                    Response.writeError(ready, response, callback, 404);
                }
            } catch (Exception e) {
                Response.writeError(ready, response, callback, e);
            }
        }
    }

    /** A request whose body is here. */
    private static final class Whole extends Request.Wrapper {

        private final ByteBuffer body;
        private boolean isRead;

        Whole(Request request, byte[] body) {
            super(request);
            this.body = ByteBuffer.wrap(body);
        }

        @Override
        public Content.Chunk read() {
            if (isRead) {
                return Content.Chunk.EOF;
            }
            isRead = true;
            return Content.Chunk.from(body, true);
        }

        @Override
        public void demand(Runnable somethingThere) {
            somethingThere.run();
        }
    }
}
