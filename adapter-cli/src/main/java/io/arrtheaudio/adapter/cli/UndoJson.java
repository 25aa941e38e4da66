package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.UndoOutcome;
import java.util.Locale;

/** The fields that only some ends of an undo have. */
record UndoJson() implements UndoOutcome.Cases<JsonReport.Fields> {

    @Override
    public JsonReport.Fields undone(UndoOutcome.Undone outcome) {
        return json -> {
            json.writeStringField("by", outcome.by());
            note(outcome.note()).writeTo(json);
        };
    }

    @Override
    public JsonReport.Fields wouldUndo(UndoOutcome.WouldUndo outcome) {
        return note(outcome.note());
    }

    @Override
    public JsonReport.Fields refused(UndoOutcome.Refused outcome) {
        return json -> json.writeStringField("detail", outcome.reason());
    }

    @Override
    public JsonReport.Fields failed(UndoOutcome.Failed outcome) {
        return json -> {
            json.writeStringField("reason", outcome.remedy().name().toLowerCase(Locale.ROOT));
            json.writeStringField("detail", outcome.problem());
        };
    }

    private static JsonReport.Fields note(String note) {
        return json -> {
            if (!note.isEmpty()) {
                json.writeStringField("note", note);
            }
        };
    }
}
