package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.service.CacheRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads how original languages are found out. A key that is not in the file is taken from the environment.
 *
 * <p>One thread at a time.
 */
final class LookupReader {

    private static final LookupSettings OTHERWISE = LookupSettings.DEFAULT;

    private final Map<String, String> environment;
    private final Report report;

    LookupReader(Map<String, String> environment, Report report) {
        this.environment = environment;
        this.report = report;
    }

    /** What holds if nothing is said about it. */
    LookupSettings withoutFile() {
        return new LookupSettings(
                OTHERWISE.enabled(), TmdbSettings.withKey(keyFromEnvironment()), OTHERWISE.cache(), List.of());
    }

    LookupSettings read(Section top) {
        return new LookupSettings(
                top.get(Keys.TMDB_ENABLED).orElse(OTHERWISE.enabled()),
                tmdb(top),
                cache(top),
                Titles.of(top.get(Keys.TITLES).orElse(List.of())));
    }

    private TmdbSettings tmdb(Section top) {
        String key = top.has(Keys.TMDB_API_KEY) ? top.get(Keys.TMDB_API_KEY).orElse("") : keyFromEnvironment();
        return new TmdbSettings(
                key,
                top.get(Keys.TMDB_BASE_URL).orElse(OTHERWISE.tmdb().baseUrl()),
                retries(top),
                circuit(top),
                pace(top),
                limits(top));
    }

    /** The variable's text; empty if it is not set, or if it cannot be a key, which is then told. */
    private String keyFromEnvironment() {
        String text = environment.getOrDefault(TmdbKey.VARIABLE, "");
        if (TmdbSettings.isKey(text)) {
            return text.strip();
        }
        report.problem(Report.WHOLE_FILE, "the variable " + TmdbKey.VARIABLE + " " + TmdbKey.OBJECTION);
        return "";
    }

    private static TmdbSettings.Retries retries(Section top) {
        TmdbSettings.Retries otherwise = OTHERWISE.tmdb().retries();
        return new TmdbSettings.Retries(
                top.get(Keys.TMDB_RETRIES).map(more -> 1 + more).orElse(otherwise.tries()),
                top.get(Keys.TMDB_RETRY_DELAY).orElse(otherwise.backOff()),
                top.get(Keys.TMDB_RETRY_AFTER_LIMIT).orElse(otherwise.retryAfterCap()));
    }

    private static TmdbSettings.Circuit circuit(Section top) {
        TmdbSettings.Circuit otherwise = OTHERWISE.tmdb().circuit();
        return new TmdbSettings.Circuit(
                top.get(Keys.TMDB_CIRCUIT_FAILURES).orElse(otherwise.failures()),
                top.get(Keys.TMDB_CIRCUIT_OPEN).orElse(otherwise.open()));
    }

    private static TmdbSettings.Pace pace(Section top) {
        TmdbSettings.Pace otherwise = OTHERWISE.tmdb().pace();
        return new TmdbSettings.Pace(
                top.get(Keys.TMDB_MAX_REQUESTS).orElse(otherwise.requests()),
                top.get(Keys.TMDB_PERIOD).orElse(otherwise.period()),
                top.get(Keys.TMDB_MAX_WAIT).orElse(otherwise.patience()),
                top.get(Keys.TMDB_MAX_IN_FLIGHT).orElse(otherwise.inFlight()));
    }

    private static TmdbSettings.Limits limits(Section top) {
        TmdbSettings.Limits otherwise = OTHERWISE.tmdb().limits();
        return new TmdbSettings.Limits(
                top.get(Keys.TMDB_CONNECT_TIMEOUT).orElse(otherwise.connect()),
                top.get(Keys.TMDB_TIMEOUT).orElse(otherwise.request()),
                top.get(Keys.TMDB_LOOKUP_TIMEOUT).orElse(otherwise.lookup()));
    }

    private static CacheRules cache(Section top) {
        CacheRules otherwise = OTHERWISE.cache();
        return new CacheRules(
                top.get(Keys.TMDB_CACHE_TTL_DAYS).map(Duration::ofDays).orElse(otherwise.known()),
                top.get(Keys.TMDB_CACHE_MISS_TTL).orElse(otherwise.unknown()));
    }
}
