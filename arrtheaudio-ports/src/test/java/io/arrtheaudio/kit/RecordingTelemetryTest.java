package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import org.junit.jupiter.api.Test;

class RecordingTelemetryTest extends TelemetryContract {

    @Override
    protected Telemetry telemetry() {
        return new RecordingTelemetry();
    }

    @Test
    void what_was_told_is_remembered_in_its_order() {
        RecordingTelemetry telemetry = new RecordingTelemetry();

        SampleHappenings.all().forEach(telemetry::happened);

        assertThat(telemetry.happenings()).isEqualTo(SampleHappenings.all());
        assertThat(telemetry.of(Happening.MemoryAsked.class))
                .containsExactly(new Happening.MemoryAsked(true), new Happening.MemoryAsked(false));
    }

    @Test
    void ends_are_remembered_once() {
        RecordingTelemetry telemetry = new RecordingTelemetry();

        Span job = telemetry.begin(Doing.JOB, "7", "import-7");
        telemetry.begin(Doing.WRITE, "a.mkv").close();
        job.failed("no room");
        job.close();
        job.close();

        assertThat(telemetry.spans())
                .containsExactly(
                        "begin job of 7 for import-7",
                        "begin write of a.mkv",
                        "end write of a.mkv",
                        "failed job of 7: no room",
                        "end job of 7");
    }
}
