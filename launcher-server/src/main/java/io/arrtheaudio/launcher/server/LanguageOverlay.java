package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.LanguageCacheView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What lies in a cache that must not be written to, as it would be if it were: what is put in or forgotten here stays in
 * memory.
 *
 * <p>Thread-safe.
 */
final class LanguageOverlay implements LanguageCache {

    private final Supplier<Optional<LanguageCacheView>> below;
    private final Map<String, Optional<KnownLanguage>> own = new HashMap<>(); // empty if forgotten
    private boolean isAllForgotten; // of what lies below

    /** @param below is asked for at each question; empty if there is none */
    LanguageOverlay(Supplier<Optional<LanguageCacheView>> below) {
        this.below = below;
    }

    @Override
    public synchronized Optional<KnownLanguage> find(String title) {
        return own.containsKey(title) ? own.get(title) : below().flatMap(answers -> answers.find(title));
    }

    @Override
    public synchronized List<KnownLanguage> all() {
        Stream<KnownLanguage> untouched = below().map(answers -> answers.all()).orElse(List.of()).stream()
                .filter(answer -> !own.containsKey(answer.title()));
        return Stream.concat(own.values().stream().flatMap(Optional::stream), untouched)
                .sorted(Comparator.comparing(KnownLanguage::at).reversed().thenComparing(KnownLanguage::title))
                .toList();
    }

    @Override
    public synchronized void put(KnownLanguage answer) {
        own.put(answer.title(), Optional.of(answer));
    }

    @Override
    public synchronized int forget(List<String> titles) {
        return titles.isEmpty()
                ? forgetAll()
                : (int) titles.stream().filter(this::forget).count();
    }

    private int forgetAll() {
        int known = all().size();
        own.clear();
        isAllForgotten = true;
        return known;
    }

    private boolean forget(String title) {
        boolean wasKnown = find(title).isPresent();
        own.put(title, Optional.empty());
        return wasKnown;
    }

    private Optional<LanguageCacheView> below() {
        return isAllForgotten ? Optional.empty() : below.get();
    }
}
