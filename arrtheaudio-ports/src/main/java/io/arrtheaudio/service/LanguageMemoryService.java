package io.arrtheaudio.service;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.ToldTitleStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows and clears the cache of answers and what Arr apps told, and keeps what they tell where no daemon does.
 *
 * <p>Thread-safe.
 */
public final class LanguageMemoryService implements LanguageMemory {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageMemoryService.class);

    private final LanguageCache cache;
    private final ToldTitleStore titles;
    private final ArrWord word;
    private final InstantSource clock;

    /**
     * Everything from outside is handed in.
     *
     * @param cache the one that {@link CachedLanguages} uses
     * @param titles what {@link ToldTitles} looks at
     * @param mappings where the folders of Arr apps are here
     * @param libraries folders that hold many titles
     */
    public LanguageMemoryService(
            LanguageCache cache,
            ToldTitleStore titles,
            PathMappings mappings,
            List<Path> libraries,
            InstantSource clock) {
        this.cache = cache;
        this.titles = titles;
        this.word = new ArrWord(mappings, List.copyOf(libraries));
        this.clock = clock;
    }

    @Override
    public List<KnownLanguage> all() {
        return List.copyOf(cache.all());
    }

    @Override
    public List<ToldTitle> told() {
        return List.copyOf(titles.all());
    }

    @Override
    public void hear(ArrEvent event) {
        ToldTitle told = event.fold(new ArrEvent.Cases<>(
                imported -> word.of(imported.title(), imported.folder(), imported.original(), clock.instant()),
                renamed -> word.of(renamed.title(), renamed.folder(), renamed.original(), clock.instant()),
                deleted -> ToldTitle.NOTHING,
                folderDeleted -> ToldTitle.NOTHING,
                tested -> ToldTitle.NOTHING,
                ignored -> ToldTitle.NOTHING));
        try {
            if (!told.keys().isEmpty()) {
                titles.put(told);
            }
        } catch (AudioFixException e) {
            LOG.warn("what {} told of a title is not kept", event.app().label(), e);
        }
    }

    /** A title that is named twice is forgotten once. */
    @Override
    public int forget(List<String> named) {
        List<String> keys = named.stream()
                .map(TitleHint::keysMeantBy)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return cache.forget(keys) + (keys.isEmpty() ? 0 : titles.forget(keys));
    }
}
