package io.arrtheaudio.kit;

import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.ToldTitleStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was told, in memory.
 *
 * <p>Thread-safe.
 */
public final class InMemoryToldTitles implements ToldTitleStore {

    private final List<ToldTitle> titles = new ArrayList<>();

    @Override
    public synchronized Optional<ToldTitle> find(List<String> keys) {
        return keys.stream().flatMap(key -> having(List.of(key)).stream()).findFirst();
    }

    @Override
    public synchronized List<ToldTitle> all() {
        List<ToldTitle> all = new ArrayList<>(titles);
        all.sort(Comparator.comparing(ToldTitle::at).reversed());
        return all;
    }

    @Override
    public synchronized boolean isEmpty() {
        return titles.isEmpty();
    }

    @Override
    public synchronized void put(ToldTitle told) {
        List<ToldTitle> earlier = having(told.keys());
        titles.removeAll(earlier);
        titles.addAll(told.after(earlier));
    }

    @Override
    public synchronized int forget(List<String> keys) {
        List<ToldTitle> gone = having(keys);
        titles.removeAll(gone);
        return gone.size();
    }

    private List<ToldTitle> having(Collection<String> keys) {
        return all().stream()
                .filter(title -> !Collections.disjoint(title.keys(), keys))
                .toList();
    }
}
