package io.arrtheaudio.adapter.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Housekeeping.Forgotten;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Objects for programs, one a line; {@code type} is {@code audit}, {@code stats}, {@code cleanup}, {@code bundle}, {@code tables} or
 * {@code setting}.
 *
 * @param lines prints them
 */
record AdminJson(JsonReport lines) implements AdminReport {

    @Override
    public void audit(List<AuditEntry> entries) {
        for (AuditEntry entry : entries) {
            lines.line("audit", json -> {
                json.writeStringField("at", entry.at().toString());
                json.writeStringField("who", entry.who());
                json.writeStringField("action", entry.action());
                json.writeStringField("subject", entry.subject());
                json.writeStringField("from", entry.from());
                json.writeStringField("outcome", entry.outcome());
            });
        }
    }

    @Override
    public void figures(Figures figures) {
        lines.line("stats", json -> {
            states(json, "jobs", figures.kept());
            states(json, "ended_today", figures.ended());
            json.writeNumberField("accepted_jobs", figures.accepted());
            if (figures.successPercent().isPresent()) {
                json.writeNumberField(
                        "success_percent", Math.round(figures.successPercent().getAsDouble() * 10) / 10.0);
            }
            json.writeArrayFieldStart("containers");
            for (KindFigures kind : figures.kinds()) {
                json.writeStartObject();
                json.writeStringField("container", kind.kind());
                json.writeNumberField("completed", kind.jobs());
                json.writeNumberField("mean_ms", Math.round(kind.mean().toNanos() / 1e3) / 1e3);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("answers", figures.answers());
            if (figures.use().hitPercent().isPresent()) {
                json.writeNumberField("answer_hits", figures.use().hits());
                json.writeNumberField("answer_misses", figures.use().misses());
            }
            json.writeNumberField("changes", figures.journal().changes());
            json.writeNumberField("undone", figures.journal().undone());
            json.writeNumberField("journal_bytes", figures.journal().bytes());
            json.writeNumberField("database_bytes", figures.databaseBytes());
        });
    }

    @Override
    public void cleanedUp(Forgotten forgotten, boolean dryRun) {
        lines.line("cleanup", json -> {
            json.writeNumberField("jobs", forgotten.jobs());
            json.writeNumberField("audit", forgotten.audit());
            json.writeNumberField("answers", forgotten.answers());
            json.writeNumberField("files", forgotten.files());
            json.writeNumberField("changes", forgotten.changes());
            json.writeBooleanField("dry_run", dryRun);
        });
    }

    @Override
    public void bundle(DebugBundle.Made made) {
        lines.line("bundle", json -> {
            json.writeStringField("file", made.file().toString());
            json.writeArrayFieldStart("parts");
            for (String part : made.parts()) {
                json.writeString(part);
            }
            json.writeEndArray();
        });
    }

    @Override
    public void tables(Wiring.Versions versions) {
        lines.line("tables", json -> {
            json.writeNumberField("was", versions.was());
            json.writeNumberField("is", versions.is());
            json.writeNumberField("known", versions.known());
        });
    }

    @Override
    public void meaning(List<Wiring.Fact> facts) {
        for (Wiring.Fact fact : facts) {
            lines.line("setting", json -> {
                json.writeStringField("what", fact.what());
                json.writeStringField("value", fact.value());
            });
        }
    }

    private static void states(JsonGenerator json, String name, Map<JobState, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<JobState, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
    }
}
