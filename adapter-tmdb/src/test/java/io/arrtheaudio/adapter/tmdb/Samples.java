package io.arrtheaudio.adapter.tmdb;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.net.URI;
import java.time.Duration;

/** Titles to ask for, and settings under which tests are quick. */
final class Samples {

    static final String KEY = "0123456789abcdef0123456789ABCDEF";
    static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJyZWNvZ25pc2FibGUifQ.c2lnbmF0dXJl_-c2lnbmF0dXJl";

    static final TitleHint SPIRITED_AWAY = movie(129);

    /** So long that no test waits for it. */
    static final Duration LONG = Duration.ofSeconds(30);

    private Samples() {}

    static TitleHint movie(int tmdb) {
        return new TitleHint(TitleKind.MOVIE, "", 0, new TitleIds(tmdb, 0, ""));
    }

    static TitleHint ids(TitleKind kind, int tmdb, int tvdb, String imdb) {
        return new TitleHint(kind, "", 0, new TitleIds(tmdb, tvdb, imdb));
    }

    static TitleHint named(TitleKind kind, String name, int year) {
        return new TitleHint(kind, name, year, TitleIds.NONE);
    }

    /** Three tries in quick succession, no circuit, no limits to speak of. */
    static TmdbSettings quick(URI url) {
        return new TmdbSettings(
                KEY,
                url,
                new TmdbSettings.Retries(3, Duration.ofMillis(2), Duration.ofMillis(50)),
                new TmdbSettings.Circuit(1000, LONG),
                new TmdbSettings.Pace(100_000, Duration.ofSeconds(1), LONG, 10),
                new TmdbSettings.Limits(LONG, LONG, LONG));
    }

    static TmdbSettings with(TmdbSettings settings, TmdbSettings.Retries retries) {
        return new TmdbSettings(
                settings.apiKey(), settings.baseUrl(), retries, settings.circuit(), settings.pace(), settings.limits());
    }

    static TmdbSettings with(TmdbSettings settings, TmdbSettings.Circuit circuit) {
        return new TmdbSettings(
                settings.apiKey(), settings.baseUrl(), settings.retries(), circuit, settings.pace(), settings.limits());
    }

    static TmdbSettings with(TmdbSettings settings, TmdbSettings.Pace pace) {
        return new TmdbSettings(
                settings.apiKey(), settings.baseUrl(), settings.retries(), settings.circuit(), pace, settings.limits());
    }

    static TmdbSettings with(TmdbSettings settings, TmdbSettings.Limits limits) {
        return new TmdbSettings(
                settings.apiKey(), settings.baseUrl(), settings.retries(), settings.circuit(), settings.pace(), limits);
    }

    static TmdbSettings withKey(TmdbSettings settings, String key) {
        return new TmdbSettings(
                key, settings.baseUrl(), settings.retries(), settings.circuit(), settings.pace(), settings.limits());
    }

    /** No second try. */
    static TmdbSettings once(TmdbSettings settings) {
        return with(settings, new TmdbSettings.Retries(1, Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    static TmdbSettings answeredWithin(TmdbSettings settings, Duration request) {
        return with(settings, new TmdbSettings.Limits(LONG, request, LONG));
    }
}
