package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import org.junit.jupiter.api.Test;

/** What every {@link Telemetry} does. */
public abstract class TelemetryContract {

    /** One that was told nothing yet. */
    protected abstract Telemetry telemetry();

    @Test
    public final void everything_can_be_told_and_told_again() {
        Telemetry telemetry = telemetry();

        for (int i = 0; i < 2; i++) {
            SampleHappenings.all()
                    .forEach(happening -> assertThatCode(() -> telemetry.happened(happening))
                            .as("%s", happening)
                            .doesNotThrowAnyException());
        }
    }

    @Test
    public final void many_tell_at_once() {
        Telemetry telemetry = telemetry();

        AtOnce.call(8, i -> {
            SampleHappenings.all().forEach(telemetry::happened);
            return i;
        });
    }

    @Test
    public final void an_interrupted_thread_can_tell_and_stays_interrupted() {
        Telemetry telemetry = telemetry();

        Thread.currentThread().interrupt();
        try {
            SampleHappenings.all().forEach(telemetry::happened);
            telemetry.begin(Doing.WRITE, "/tv/a.mkv").close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public final void what_is_done_meanwhile_comes_to_what_it_would_alone() {
        Telemetry telemetry = telemetry();
        IllegalStateException broken = new IllegalStateException();

        assertThat(telemetry.<String>during(Doing.CHOOSE, "/tv/a.mkv", () -> "jpn"))
                .isEqualTo("jpn");
        assertThatThrownBy(() -> telemetry.during(Doing.WRITE, "/tv/a.mkv", () -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }

    @Test
    public final void what_takes_a_while_can_hold_other_things_and_be_ended_twice() {
        Telemetry telemetry = telemetry();

        for (Doing doing : Doing.values()) {
            Span outer = telemetry.begin(doing, "", "import-7");
            try (Span inner = telemetry.begin(Doing.INSPECT, "/tv/a.mkv")) {
                assertThat(inner).isNotNull();
            }
            outer.failed("it broke");
            outer.close();
            assertThatCode(outer::close).doesNotThrowAnyException();
        }
    }
}
