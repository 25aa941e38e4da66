package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.adapter.tmdb.TmdbSettings;
import io.arrtheaudio.domain.title.KnownTitle;
import io.arrtheaudio.service.CacheRules;
import java.util.List;
import java.util.Objects;

/**
 * How to find out which language a title was made in.
 *
 * @param enabled whether TMDB may be asked
 * @param tmdb how it is asked, if there is a key
 * @param cache how long answers hold
 * @param titles those whose language the user has settled
 */
public record LookupSettings(boolean enabled, TmdbSettings tmdb, CacheRules cache, List<KnownTitle> titles) {

    /** TMDB may be asked, but there is no key. */
    public static final LookupSettings DEFAULT =
            new LookupSettings(true, TmdbSettings.withKey(""), CacheRules.DEFAULT, List.of());

    /** Checks the values; the list is copied. */
    public LookupSettings {
        Objects.requireNonNull(tmdb, "tmdb");
        Objects.requireNonNull(cache, "cache");
        titles = List.copyOf(titles);
    }

    /** Whether TMDB is asked: it may be, and there is a key. */
    public boolean asksTmdb() {
        return enabled && tmdb.isOn();
    }

    LookupSettings withEnabled(boolean other) {
        return new LookupSettings(other, tmdb, cache, titles);
    }

    /** The same with other titles whose language is settled. */
    public LookupSettings withTitles(List<KnownTitle> others) {
        return new LookupSettings(enabled, tmdb, cache, others);
    }
}
