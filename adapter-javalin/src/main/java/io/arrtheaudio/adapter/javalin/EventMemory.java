package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.adapter.javalin.StreamEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last events, for those who lost their connection and come back. An id is the run of the program and the number of the
 * event in it, {@code m3x9k-41}, so that one of an earlier run is not mistaken.
 *
 * <p>One thread at a time.
 */
final class EventMemory {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final String run;
    private final int most;
    private final Deque<StreamEvent> events = new ArrayDeque<>();
    private long last;

    EventMemory(String run, int most) {
        this.run = run;
        this.most = most;
    }

    /** Numbers an event and keeps it; the oldest is forgotten if there are too many. */
    StreamEvent add(Kind kind, byte[] data) {
        last++;
        StreamEvent event = StreamEvent.of(kind, last, run + "-" + last, data);
        events.add(event);
        if (events.size() > most) {
            events.remove();
        }
        return event;
    }

    /** Some were missed: nobody can be told what happened before. */
    StreamEvent forget() {
        events.clear();
        last++;
        return reset();
    }

    /** Tells one listener that events are missing. */
    StreamEvent reset() {
        return StreamEvent.of(Kind.RESET, 0, run + "-" + last, NOTHING);
    }

    /**
     * What has happened since an event.
     *
     * @param id of that event
     * @return empty if not everything since then is known
     */
    Optional<List<StreamEvent>> since(String id) {
        String prefix = run + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id.substring(prefix.length()));
        long oldest = events.isEmpty() ? last + 1 : events.element().number();
        return number + 1 < oldest || number > last
                ? Optional.empty()
                : Optional.of(
                        events.stream().filter(event -> event.number() > number).toList());
    }
}
