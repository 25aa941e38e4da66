package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Remembers what it was told, in its order. What was begun is told as {@code begin inspect of a.mkv}, what failed and what has
 * ended likewise.
 *
 * <p>Thread-safe.
 */
public final class RecordingTelemetry implements Telemetry {

    private final List<Happening> happenings = new ArrayList<>();
    private final List<String> spans = new ArrayList<>();

    @Override
    public synchronized void happened(Happening happening) {
        happenings.add(Objects.requireNonNull(happening, "happening"));
    }

    @Override
    public Span begin(Doing doing, String about, String correlation) {
        String span = doing.word() + " of " + Objects.requireNonNull(about, "about");
        note("begin " + span + (correlation.isEmpty() ? "" : " for " + correlation));
        return new Noted(span);
    }

    private final class Noted implements Span {

        private final String span;
        private boolean hasEnded;

        Noted(String span) {
            this.span = span;
        }

        @Override
        public void failed(String why) {
            note("failed " + span + ": " + why);
        }

        @Override
        public void close() {
            if (!hasEnded) {
                hasEnded = true;
                note("end " + span);
            }
        }
    }

    private synchronized void note(String span) {
        spans.add(span);
    }

    /** Everything that has happened. */
    public synchronized List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** What has happened of this kind. */
    public <T extends Happening> List<T> of(Class<T> kind) {
        return happenings().stream()
                .flatMap(happening -> kind.isInstance(happening) ? Stream.of(kind.cast(happening)) : Stream.empty())
                .toList();
    }

    /** What was begun and ended. */
    public synchronized List<String> spans() {
        return List.copyOf(spans);
    }
}
