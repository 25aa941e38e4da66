package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import java.util.Locale;

/** The fields that only some outcomes have. */
record OutcomeJson() implements Outcome.Cases<JsonReport.Fields> {

    private static final JsonReport.Fields NONE = json -> {};

    @Override
    public JsonReport.Fields changed(Outcome.Changed outcome) {
        return json -> {
            cost(outcome.cost()).writeTo(json);
            if (!outcome.entry().isEmpty()) {
                json.writeStringField("entry", outcome.entry());
            }
        };
    }

    @Override
    public JsonReport.Fields wouldChange(Outcome.WouldChange outcome) {
        return cost(outcome.cost());
    }

    @Override
    public JsonReport.Fields alreadyCorrect(Outcome.AlreadyCorrect outcome) {
        return NONE;
    }

    @Override
    public JsonReport.Fields noMatch(Outcome.NoMatch outcome) {
        return NONE;
    }

    @Override
    public JsonReport.Fields skipped(Outcome.Skipped outcome) {
        return json -> {
            json.writeStringField("reason", outcome.reason().word());
            json.writeStringField("detail", outcome.detail());
        };
    }

    @Override
    public JsonReport.Fields failed(Outcome.Failed outcome) {
        return json -> {
            json.writeStringField("reason", outcome.remedy().name().toLowerCase(Locale.ROOT));
            json.writeStringField("detail", outcome.problem());
        };
    }

    private static JsonReport.Fields cost(EditCost cost) {
        return json -> {
            json.writeStringField("method", cost.method());
            json.writeNumberField("bytes_changed", cost.headerBytes());
            json.writeNumberField("bytes_copied", cost.copiedBytes());
        };
    }
}
