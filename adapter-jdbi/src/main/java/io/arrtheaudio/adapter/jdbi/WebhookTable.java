package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes and reads webhooks, and which jobs belong to them. */
final class WebhookTable {

    static final String JOBS = "SELECT job FROM webhook_job WHERE webhook = :webhook ORDER BY job";

    static final String OLD_AND_EMPTY = """
            DELETE FROM webhook WHERE id IN (SELECT id FROM webhook WHERE at_ms < :before
                AND NOT EXISTS (SELECT 1 FROM webhook_job WHERE webhook = webhook.id) LIMIT :most)""";

    private WebhookTable() {}

    static String insert(Handle handle, WebhookCall call) {
        return RowId.of(handle.createQuery("""
                        INSERT INTO webhook (source, instance, event, at_ms)
                        VALUES (:source, :instance, :event, :at) RETURNING id""")
                .bind("source", call.source().name())
                .bind("instance", call.instance())
                .bind("event", call.event())
                .bind("at", Millis.of(call.at()))
                .mapTo(Long.class)
                .one());
    }

    static void link(Handle handle, String webhook, String job) {
        handle.createUpdate("INSERT OR IGNORE INTO webhook_job (webhook, job) VALUES (:webhook, :job)")
                .bind("webhook", RowId.number(webhook))
                .bind("job", RowId.number(job))
                .execute();
    }

    /** Whoever has the one job has the other too. */
    static void linkAlike(Handle handle, String job, String other) {
        handle.createUpdate("""
                        INSERT OR IGNORE INTO webhook_job (webhook, job)
                        SELECT webhook, :other FROM webhook_job WHERE job = :job""")
                .bind("job", RowId.number(job))
                .bind("other", RowId.number(other))
                .execute();
    }

    static Optional<Webhook> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM webhook WHERE id = :id")
                .bind("id", RowId.number(id))
                .map((row, context) -> new WebhookCall(
                        JobSource.valueOf(row.getString("source")),
                        row.getString("instance"),
                        row.getString("event"),
                        Millis.moment(row, "at_ms")))
                .findFirst()
                .map(call -> new Webhook(
                        id,
                        call,
                        handle.createQuery(JOBS).bind("webhook", RowId.number(id)).mapTo(Long.class).list().stream()
                                .map(RowId::of)
                                .toList()));
    }

    /** How many were forgotten. */
    static int forget(Handle handle, Instant before, int atMost) {
        return handle.createUpdate(OLD_AND_EMPTY)
                .bind("before", Millis.of(before))
                .bind("most", atMost)
                .execute();
    }
}
