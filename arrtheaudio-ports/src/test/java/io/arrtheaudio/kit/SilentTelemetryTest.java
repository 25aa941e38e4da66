package io.arrtheaudio.kit;

import io.arrtheaudio.port.out.Telemetry;

class SilentTelemetryTest extends TelemetryContract {

    @Override
    protected Telemetry telemetry() {
        return Telemetry.SILENT;
    }
}
