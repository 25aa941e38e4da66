package io.arrtheaudio.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a flight recorder wrote. */
public record Samples(List<RecordedEvent> events) {

    /** In Java code. */
    public static final String JAVA = "jdk.ExecutionSample";

    /** In native code, the kernel's part with it. In each period one thread at most, so that several cannot be added up. */
    public static final String NATIVE = "jdk.NativeMethodSample";

    private static final String OTHER = "everything else";

    /** Reads a recording. */
    public static Samples read(Path recording) throws IOException {
        return new Samples(RecordingFile.readAllEvents(recording));
    }

    /** What ended in a span of time. */
    public Samples between(Instant from, Instant to) {
        return new Samples(events.stream()
                .filter(event -> !event.getEndTime().isBefore(from)
                        && !event.getEndTime().isAfter(to))
                .toList());
    }

    /** Events of some types. */
    public Stream<RecordedEvent> of(String... types) {
        List<String> wanted = List.of(types);
        return events.stream()
                .filter(event -> wanted.contains(event.getEventType().getName()));
    }

    /** How many samples each kind has, on threads whose name fits. */
    public Shares shares(List<Kind> kinds, Predicate<String> thread, String... types) {
        Map<String, Double> counts = new LinkedHashMap<>();
        of(types)
                .filter(event -> event.getStackTrace() != null)
                .filter(event -> thread.test(event.getThread("sampledThread").getJavaName()))
                .forEach(event -> counts.merge(kindOf(kinds, event), 1.0, Double::sum));
        return new Shares(counts);
    }

    /** Of the frames that any kind knows the innermost says what is done. */
    private static String kindOf(List<Kind> kinds, RecordedEvent event) {
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            for (Kind kind : kinds) {
                if (kind.fits(frame)) {
                    return kind.name();
                }
            }
        }
        return OTHER;
    }
}
