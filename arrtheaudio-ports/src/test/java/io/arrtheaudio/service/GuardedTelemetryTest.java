package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import org.junit.jupiter.api.Test;

class GuardedTelemetryTest {

    private static final Happening SOMETHING = new Happening.LinkBroken(1);

    @Test
    void what_a_listener_throws_stays_with_it() {
        Telemetry guarded = new GuardedTelemetry(new Throwing());

        assertThatCode(() -> guarded.happened(SOMETHING)).doesNotThrowAnyException();
        assertThat(guarded.during(Doing.INSPECT, "a film", () -> "done")).isEqualTo("done");
    }

    @Test
    void a_listener_that_forgets_the_span_does_no_harm() {
        Telemetry guarded = new GuardedTelemetry(new Forgetful());

        assertThat(guarded.during(Doing.INSPECT, "a film", () -> "done")).isEqualTo("done");
    }

    @Test
    void one_that_keeps_to_the_rules_is_told_everything() {
        RecordingTelemetry told = new RecordingTelemetry();
        Telemetry guarded = new GuardedTelemetry(told);
        guarded.happened(SOMETHING);
        guarded.during(Doing.INSPECT, "a film", () -> "done");

        assertThat(told.happenings()).containsExactly(SOMETHING);
        assertThat(told.spans()).containsExactly("begin inspect of a film", "end inspect of a film");
    }

    private static final class Throwing implements Telemetry {

        @Override
        public void happened(Happening happening) {
            throw new IllegalStateException("out of order");
        }

        @Override
        public Span begin(Doing doing, String about, String correlation) {
            return () -> {
                throw new IllegalStateException("out of order");
            };
        }
    }

    private static final class Forgetful implements Telemetry {

        @Override
        public void happened(Happening happening) {
            // nobody listens
        }

        @Override
        public Span begin(Doing doing, String about, String correlation) {
            return null;
        }
    }
}
