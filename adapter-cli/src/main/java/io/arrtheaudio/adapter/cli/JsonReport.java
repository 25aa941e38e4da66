package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Objects for programs, one a line, all on standard output. {@code type} says which it is: {@code file},
 * {@code inspection}, {@code passed_over} or {@code summary}. Fields that do not apply are left out.
 */
final class JsonReport implements Report {

    private final JsonFactory factory = new JsonFactory();
    private final Screen screen;

    JsonReport(Screen screen) {
        this.screen = screen;
    }

    /** Writes the fields of one object. */
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    @Override
    public void outcome(Outcome outcome, Duration took) {
        line("file", json -> {
            json.writeStringField("file", outcome.file().toString());
            json.writeStringField("outcome", outcome.word());
            outcome.fold(new OutcomeJson()).writeTo(json);
            ExplanationJson.write(json, outcome.explanation());
            json.writeNumberField("duration_ms", millis(took));
        });
    }

    @Override
    public void inspection(Path file, Inspection inspection) {
        line("inspection", json -> {
            json.writeStringField("file", file.toString());
            json.writeStringField(
                    "container", inspection.media().container().extensions().get(0));
            json.writeStringField("outcome", outcomeOf(inspection.choice()));
            ExplanationJson.write(json, inspection.choice().explanation());
        });
    }

    @Override
    public void passedOver(Path path, String why) {
        line("passed_over", json -> {
            json.writeStringField("file", path.toString());
            json.writeStringField("detail", why);
        });
    }

    @Override
    public void summary(ScanSummary summary, boolean dryRun) {
        line("summary", json -> {
            json.writeNumberField("files", summary.files());
            json.writeObjectFieldStart("outcomes");
            for (Map.Entry<String, Long> entry : summary.outcomes().entrySet()) {
                json.writeNumberField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeNumberField("passed_over", summary.passedOver());
            json.writeBooleanField("dry_run", dryRun);
            json.writeBooleanField("cancelled", summary.cancelled());
            json.writeNumberField("duration_ms", millis(summary.took()));
        });
    }

    private void line(String type, Fields fields) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        screen.print(Shown.json(text.toString()));
    }

    private static String outcomeOf(Choice choice) {
        return choice.fold(found -> "would_change", keep -> "already_correct", none -> "no_match");
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }
}
