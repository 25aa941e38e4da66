package io.arrtheaudio.launcher.server.settings;

import java.time.Duration;
import java.util.Optional;

/** A number of milliseconds, up to a minute. */
record Millis() implements Shape<Duration> {

    private static final Shape.Whole COUNT = new Shape.Whole(0, 60_000);

    @Override
    public Optional<Duration> read(Value value) {
        return COUNT.read(value).map(Duration::ofMillis);
    }

    @Override
    public String allowed() {
        return COUNT.allowed();
    }
}
