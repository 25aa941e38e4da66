package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.BackupDesk.Restored;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Objects for programs, one a line, all on standard output. {@code type} says which it is: {@code file},
 * {@code inspection}, {@code passed_over}, {@code recovered}, {@code undo}, {@code finding}, {@code answer},
 * {@code forgotten}, {@code backup}, {@code restored} or {@code summary}. Fields that do not apply are left out.
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
    public void recovered(Recovered change) {
        line("recovered", json -> {
            json.writeStringField("file", change.entry().change().file().path().toString());
            json.writeStringField("entry", change.entry().id());
            json.writeStringField("outcome", change.isUnsettled() ? "unsettled" : word(change.how()));
            json.writeStringField("detail", change.detail());
        });
    }

    @Override
    public void undo(UndoOutcome outcome) {
        line("undo", json -> {
            json.writeStringField("file", outcome.file().toString());
            json.writeStringField("entry", outcome.entry());
            json.writeStringField("outcome", outcome.word());
            outcome.fold(new UndoJson()).writeTo(json);
        });
    }

    @Override
    public void undoSummary(UndoSummary summary) {
        line("summary", json -> {
            json.writeNumberField("changes", summary.changes());
            counts(json, summary.outcomes());
            json.writeBooleanField("dry_run", summary.dryRun());
            json.writeBooleanField("cancelled", summary.cancelled());
        });
    }

    @Override
    public void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            line("finding", json -> {
                json.writeStringField("level", word(finding.level()));
                json.writeStringField("subject", finding.subject());
                json.writeStringField("found", finding.found());
                if (!finding.remedy().isEmpty()) {
                    json.writeStringField("remedy", finding.remedy());
                }
            });
        }
    }

    @Override
    public void answers(List<KnownLanguage> answers, List<ToldTitle> told) {
        for (KnownLanguage answer : answers) {
            line("answer", json -> {
                json.writeStringField("title", answer.title());
                ExplanationJson.original(json, answer.language());
                json.writeStringField("at", answer.at().toString());
            });
        }
        for (ToldTitle title : told) {
            line("told", json -> {
                json.writeArrayFieldStart("titles");
                for (String key : title.keys()) {
                    json.writeString(key);
                }
                json.writeEndArray();
                ExplanationJson.original(json, title.language());
                json.writeStringField("at", title.at().toString());
            });
        }
    }

    @Override
    public void forgotten(int answers) {
        line("forgotten", json -> json.writeNumberField("answers", answers));
    }

    @Override
    public void backup(BackupFile made) {
        line("backup", json -> {
            json.writeStringField("file", made.file().toString());
            json.writeNumberField("bytes", made.size());
            contents(json, made.backup());
        });
    }

    @Override
    public void restored(Restored restored) {
        line("restored", json -> {
            json.writeStringField("replaced", restored.replaced().toString());
            contents(json, restored.backup());
        });
    }

    private static void contents(JsonGenerator json, Backup backup) throws IOException {
        json.writeStringField("made", backup.label().made().toString());
        json.writeStringField("program", backup.label().program());
        json.writeNumberField("schema", backup.label().schema());
        json.writeBooleanField("with_secrets", backup.label().withSecrets());
        json.writeObjectFieldStart("parts");
        for (BackupEntry entry : backup.entries()) {
            json.writeNumberField(entry.part().fileName(), entry.size());
        }
        json.writeEndObject();
    }

    @Override
    public void summary(ScanSummary summary, boolean dryRun, long unanswered) {
        line("summary", json -> {
            json.writeNumberField("files", summary.files());
            counts(json, summary.outcomes());
            json.writeNumberField("passed_over", summary.passedOver());
            json.writeNumberField("left_to_list", unanswered);
            json.writeNumberField("bytes_copied", summary.copiedBytes());
            json.writeBooleanField("dry_run", dryRun);
            json.writeBooleanField("cancelled", summary.cancelled());
            json.writeNumberField("duration_ms", millis(summary.took()));
        });
    }

    /** Prints one object. */
    void line(String type, Fields fields) {
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

    private static void counts(JsonGenerator json, Map<String, Long> outcomes) throws IOException {
        json.writeObjectFieldStart("outcomes");
        for (Map.Entry<String, Long> entry : outcomes.entrySet()) {
            json.writeNumberField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String outcomeOf(Choice choice) {
        return choice.fold(found -> "would_change", keep -> "already_correct", none -> "no_match");
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1e3) / 1e3;
    }
}
