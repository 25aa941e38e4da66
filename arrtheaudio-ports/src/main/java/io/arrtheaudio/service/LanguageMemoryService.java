package io.arrtheaudio.service;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.out.LanguageCache;
import java.util.List;

/**
 * Shows and clears the cache of answers.
 *
 * <p>Thread-safe.
 */
public final class LanguageMemoryService implements LanguageMemory {

    private final LanguageCache cache;

    /** @param cache the one that {@link CachedLanguages} uses */
    public LanguageMemoryService(LanguageCache cache) {
        this.cache = cache;
    }

    @Override
    public List<KnownLanguage> all() {
        return List.copyOf(cache.all());
    }

    /** A title that is named twice is forgotten once. */
    @Override
    public int forget(List<String> titles) {
        return cache.forget(titles.stream()
                .map(TitleHint::keysMeantBy)
                .flatMap(List::stream)
                .distinct()
                .toList());
    }
}
