package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.adapter.javalin.StreamEvent.Kind;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.JobWatch;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Tells over HTTP what happens to jobs and batches, as server-sent events. A listener holds no thread.
 *
 * <p>Thread-safe.
 */
final class EventStream implements RouteGroup {

    private static final int BUFFER_BYTES = 1024;
    private static final int LONGEST_ID = 64;
    private static final long RETRY_SECONDS = 15;

    private final EventHub hub;
    private final JobWatch watch;
    private final Semaphore places;

    /**
     * Begins to watch.
     *
     * @param thread one thread, which belongs to this stream from now on
     */
    EventStream(JobDesk jobs, Json json, Events bounds, InstantSource clock, ScheduledExecutorService thread) {
        this.hub = new EventHub(json, bounds, clock, thread);
        this.watch = jobs.watch(hub);
        this.places = new Semaphore(bounds.listeners());
    }

    /** Begins to watch, with a thread of its own. */
    static EventStream open(JobDesk jobs, Json json, Events bounds, InstantSource clock) {
        return new EventStream(jobs, json, bounds, clock, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "events");
            thread.setDaemon(true);
            return thread;
        }));
    }

    @Override
    public List<Route> routes() {
        List<String> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.RESET)
                .map(Words::of)
                .toList();
        RouteDoc doc = new RouteDoc("Events", "What happens to jobs and batches, as it happens (server-sent events)")
                .words("types", "only events of these types", kinds)
                .header("Last-Event-ID", "the id of the last event that was heard; what happened since comes first")
                .answers(
                        200,
                        "job, batch and queue carry what their routes answer; reset says that events are missing",
                        "text/event-stream")
                .refuses(422, "a parameter is wrong")
                .refuses(503, "too many listen already");
        return List.of(new Route(HandlerType.GET, "/api/v1/events", KEY, doc, this::listen));
    }

    @Override
    public void close() {
        watch.close();
        hub.close();
    }

    private void listen(Context context) {
        EventListener listener = listener(context);
        if (context.method().equals(HandlerType.HEAD)) {
            return;
        }
        if (!places.tryAcquire()) {
            throw Refusal.later(503, "too many listen to events already", RETRY_SECONDS);
        }
        Open open = new Open(listener);
        try {
            context.req().startAsync().setTimeout(0);
            context.future(() -> open.ended);
            output(context).setWriteListener(open);
        } catch (IllegalStateException e) {
            open.end(); // and its place is free again
            throw e;
        }
    }

    private static EventListener listener(Context context) {
        Query query = new Query(context);
        String lastId = context.headerAsClass("Last-Event-ID", String.class).getOrDefault("");
        EventListener listener = new EventListener(
                output(context),
                query.words("types", Kind.class),
                lastId.length() <= LONGEST_ID ? lastId : lastId.substring(0, LONGEST_ID));
        context.contentType("text/event-stream")
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
        context.res().setBufferSize(BUFFER_BYTES);
        return listener;
    }

    private static ServletOutputStream output(Context context) {
        try {
            return context.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that listens, until one side ends it. */
    private final class Open implements WriteListener, EventHub.Connection {

        private final EventListener listener;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Open(EventListener listener) {
            this.listener = listener;
            ended.whenComplete((nothing, failure) -> {
                places.release();
                hub.gone(listener);
            });
        }

        @Override
        public void onWritePossible() {
            hub.writable(listener, this);
        }

        @Override
        public void onError(Throwable failure) {
            ended.complete(null);
        }

        @Override
        public boolean isOver() {
            return ended.isDone();
        }

        /** Jetty cuts a connection whose bytes are not taken when its answer ends. */
        @Override
        public void end() {
            ended.complete(null);
        }
    }
}
