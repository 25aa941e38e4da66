package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.adapter.javalin.JobViews.QueueView;
import io.arrtheaudio.adapter.javalin.StreamEvent.Kind;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.port.in.JobWatcher;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all listeners what happens. Everything is done by one thread, which never waits for a connection; whoever tells
 * something only leaves it here. A listener that takes too little is dropped. If more comes in than that thread can pass on,
 * it is left out, and everybody is told to begin anew.
 *
 * <p>Thread-safe.
 */
final class EventHub implements JobWatcher, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final Json json;
    private final Events bounds;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private final AtomicInteger untold = new AtomicInteger();
    private final AtomicBoolean hasMissed = new AtomicBoolean();

    /** Only the one thread touches these. */
    private final EventMemory memory;

    private final Map<EventListener, Connection> listeners = new LinkedHashMap<>();

    private boolean isClosed;

    /** What can be done with a listener's connection. */
    interface Connection {

        /** The answer is at its end; the connection is cut if not everything was taken. */
        void end();

        /** Whether that has happened, or the listener has left. */
        boolean isOver();
    }

    /**
     * Begins at once.
     *
     * @param thread one thread, which belongs to this hub from now on
     */
    EventHub(Json json, Events bounds, InstantSource clock, ScheduledExecutorService thread) {
        this.json = json;
        this.bounds = bounds;
        this.clock = clock;
        this.thread = thread;
        this.memory = new EventMemory(Long.toString(clock.millis(), Character.MAX_RADIX), bounds.remembered());
        long period = bounds.heartbeat().toMillis();
        thread.scheduleAtFixedRate(
                () -> logged(() -> tell(StreamEvent.HEARTBEAT)), period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void happened(JobEvent event) {
        if (untold.incrementAndGet() > bounds.remembered()) {
            untold.decrementAndGet();
            hasMissed.set(true);
            return;
        }
        soon(() -> publish(event));
    }

    /** A listener's connection can be written to, for the first time or again. */
    void writable(EventListener listener, Connection connection) {
        boolean isTaken = soon(() -> {
            if (isClosed) {
                connection.end();
            } else if (!connection.isOver()) {
                if (listeners.putIfAbsent(listener, connection) == null) {
                    welcome(listener);
                }
                write(listener);
            }
        });
        if (!isTaken) {
            connection.end();
        }
    }

    /** A listener is gone. */
    void gone(EventListener listener) {
        soon(() -> listeners.remove(listener));
    }

    /** Ends every listener's answer, and the thread. */
    @Override
    public void close() {
        soon(() -> {
            isClosed = true;
            List.copyOf(listeners.keySet()).forEach(this::end);
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Answers false once this is closed. */
    private boolean soon(Runnable task) {
        try {
            thread.execute(() -> logged(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** The thread goes on, whatever one event is about. */
    private static void logged(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("an event was not told", e);
        }
    }

    /** What was missed is told once everything before it is out, so that nothing older comes after the reset. */
    private void publish(JobEvent event) {
        boolean isLast = untold.decrementAndGet() == 0;
        if (!hasMissed.get()) {
            tell(event.fold(new Written()));
        } else if (isLast) {
            hasMissed.set(false);
            tell(memory.forget());
        }
    }

    private void tell(StreamEvent event) {
        for (EventListener listener : List.copyOf(listeners.keySet())) {
            listener.add(event);
            write(listener);
        }
    }

    private void welcome(EventListener listener) {
        listener.add(StreamEvent.WELCOME);
        if (listener.lastId().isEmpty()) {
            return;
        }
        Optional<List<StreamEvent>> since = memory.since(listener.lastId());
        since.ifPresentOrElse(events -> events.forEach(listener::add), () -> listener.add(memory.reset()));
    }

    private void write(EventListener listener) {
        try {
            listener.write();
            if (listener.waiting() > bounds.queued()) {
                end(listener);
            }
        } catch (IOException | IllegalStateException e) {
            end(listener);
        }
    }

    private void end(EventListener listener) {
        Optional.ofNullable(listeners.remove(listener)).ifPresent(Connection::end);
    }

    /** Writes each kind of event. */
    private final class Written implements JobEvent.Cases<StreamEvent> {

        @Override
        public StreamEvent jobChanged(JobEvent.JobChanged event) {
            return memory.add(Kind.JOB, json.write(JobView.brief(event.job())));
        }

        @Override
        public StreamEvent batchChanged(JobEvent.BatchChanged event) {
            return memory.add(Kind.BATCH, json.write(BatchView.of(event.batch(), clock.instant())));
        }

        @Override
        public StreamEvent queueChanged(JobEvent.QueueChanged event) {
            return memory.add(Kind.QUEUE, json.write(QueueView.of(event.figures())));
        }
    }
}
