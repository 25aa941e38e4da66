package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.javalin.HttpSettings.Rates;
import io.arrtheaudio.adapter.javalin.Rate;
import io.arrtheaudio.adapter.micrometer.tracing.TracingSettings;
import io.arrtheaudio.domain.job.RetryRule;
import io.arrtheaudio.service.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what only the daemon needs.
 *
 * <p>One thread at a time.
 */
final class ServerReader {

    private ServerReader() {}

    static ServerSettings read(Section top) {
        return new ServerSettings(
                api(top),
                queue(top),
                Mappings.of(top.get(Keys.PATH_MAPPINGS).orElse(List.of())),
                schedules(top.get(Keys.SCAN_SCHEDULE).orElse(List.of())),
                top.get(Keys.MIN_FREE_PERCENT).map(HealthSettings::new).orElse(HealthSettings.DEFAULT),
                new BackupSettings(
                        top.get(Keys.BACKUP_SCHEDULE),
                        top.get(Keys.BACKUP_FOLDER),
                        top.get(Keys.BACKUP_KEEP).orElse(BackupSettings.DEFAULT.keep())),
                tracing(top));
    }

    private static Optional<TracingSettings> tracing(Section top) {
        double sample = top.get(Keys.TRACING_SAMPLE).orElse(1.0);
        Map<String, String> headers = top.get(Keys.TRACING_HEADERS).orElse(Map.of());
        return top.get(Keys.TRACING_ENDPOINT)
                .filter(endpoint -> !endpoint.equals(CollectorAddress.NOWHERE))
                .map(endpoint -> new TracingSettings(endpoint, sample, headers));
    }

    private static ApiSettings api(Section top) {
        ApiSettings otherwise = ApiSettings.DEFAULT;
        boolean authentication = top.get(Keys.API_AUTHENTICATION).orElse(otherwise.authentication());
        if (!authentication && top.has(Keys.API_KEY)) {
            top.notice(Keys.API_KEY, "has no effect, as api.authentication is off");
        }
        return new ApiSettings(
                top.get(Keys.API_HOST)
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .orElse(otherwise.host()),
                top.get(Keys.API_PORT).orElse(otherwise.port()),
                authentication,
                top.get(Keys.API_KEY).orElse(otherwise.apiKey()),
                top.get(Keys.API_WEBHOOK_SECRET).orElse(otherwise.webhookSecret()),
                top.get(Keys.API_OPEN_METRICS).orElse(otherwise.openMetrics()),
                top.get(Keys.API_TRUSTED_PROXIES).orElse(otherwise.trustedProxies()),
                rates(top));
    }

    private static Rates rates(Section top) {
        Rates otherwise = Rates.DEFAULT;
        return new Rates(
                rate(top, Keys.RATE_BATCHES).orElse(otherwise.batches()),
                rate(top, Keys.RATE_FAILURES).orElse(otherwise.failures()),
                rate(top, Keys.RATE_OPEN_WEBHOOKS).orElse(otherwise.openWebhooks()),
                rate(top, Keys.RATE_WEBHOOKS).orElse(otherwise.webhooks()),
                otherwise.clients());
    }

    private static Optional<Rate> rate(Section top, Key<Integer> key) {
        return top.get(key).map(Rate::perMinute);
    }

    private static QueueSettings queue(Section top) {
        QueueSettings otherwise = QueueSettings.DEFAULT;
        RetryRule retries = otherwise.retries();
        return new QueueSettings(
                top.get(Keys.MAX_QUEUE_SIZE).orElse(otherwise.limit()),
                top.get(Keys.MAX_MP4_CONCURRENT).orElse(otherwise.mp4AtOnce()),
                new RetryRule(
                        top.get(Keys.RETRY_ATTEMPTS).orElse(retries.retries()),
                        top.get(Keys.RETRY_DELAY).orElse(retries.delay()),
                        retries.longest()),
                days(top, Keys.WAIT_DAYS).orElse(otherwise.patience()),
                days(top, Keys.JOB_HISTORY_DAYS).orElse(otherwise.history()),
                days(top, Keys.FAILED_JOB_DAYS).orElse(otherwise.failedHistory()),
                top.get(Keys.CLEANUP_INTERVAL_HOURS).map(Duration::ofHours).orElse(otherwise.cleanUpEvery()),
                top.get(Keys.STOP_TIMEOUT).orElse(otherwise.stopTimeout()),
                top.get(Keys.BATCH_CHUNK).orElse(otherwise.batchChunk()),
                top.get(Keys.BATCH_PAUSE).orElse(otherwise.batchPause()));
    }

    private static Optional<Duration> days(Section top, Key<Integer> key) {
        return top.get(key).map(Duration::ofDays);
    }

    private static List<LibrarySchedule> schedules(List<Value> rows) {
        return rows.stream()
                .map(row -> schedule(Section.of(row, Keys.SCAN_SCHEDULE.path() + "[].")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LibrarySchedule> schedule(Section row) {
        if (!row.has(Keys.SCHEDULE_PATH) || !row.has(Keys.SCHEDULE_WHEN)) {
            row.problem("needs path, the folder to look through, and when, such as 'daily 03:30'");
        }
        Optional<Schedule> when = row.get(Keys.SCHEDULE_WHEN);
        return row.get(Keys.SCHEDULE_PATH).flatMap(path -> when.map(time -> new LibrarySchedule(path, time)));
    }
}
