package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.kit.RecordingTelemetry;
import io.arrtheaudio.kit.TelemetryContract;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Telemetry;
import org.junit.jupiter.api.Test;

class MemoryTallyTest extends TelemetryContract {

    @Override
    protected Telemetry telemetry() {
        return new MemoryTally(Telemetry.SILENT);
    }

    @Test
    void lookups_are_counted_and_everything_is_told_to_another() {
        RecordingTelemetry other = new RecordingTelemetry();
        MemoryTally tally = new MemoryTally(other);
        assertThat(tally.use()).isEqualTo(MemoryUse.NONE);
        assertThat(tally.use().hitPercent()).isEmpty();

        tally.happened(new Happening.MemoryAsked(true));
        tally.happened(new Happening.MemoryAsked(true));
        tally.happened(new Happening.MemoryAsked(true));
        tally.happened(new Happening.MemoryAsked(false));

        assertThat(tally.use()).isEqualTo(new MemoryUse(3, 1));
        assertThat(tally.use().hitPercent()).hasValue(75);
        assertThat(other.happenings()).hasSize(4);
    }
}
