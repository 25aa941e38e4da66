package io.arrtheaudio.kit;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers in memory.
 *
 * <p>Thread-safe.
 */
public final class InMemoryLanguageCache implements LanguageCache {

    private final Map<String, KnownLanguage> answers = new HashMap<>();

    @Override
    public synchronized Optional<KnownLanguage> find(String title) {
        return Optional.ofNullable(answers.get(title));
    }

    @Override
    public synchronized void put(KnownLanguage answer) {
        answers.put(answer.title(), answer);
    }

    @Override
    public synchronized List<KnownLanguage> all() {
        List<KnownLanguage> all = new ArrayList<>(answers.values());
        all.sort(Comparator.comparing(KnownLanguage::at).reversed());
        return all;
    }

    @Override
    public synchronized int forget(List<String> titles) {
        int before = answers.size();
        if (titles.isEmpty()) {
            answers.clear();
        } else {
            titles.forEach(answers::remove);
        }
        return before - answers.size();
    }
}
