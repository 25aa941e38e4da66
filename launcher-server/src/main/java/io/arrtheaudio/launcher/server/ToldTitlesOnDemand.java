package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.port.out.ToldTitleView;
import java.util.List;
import java.util.Optional;

/**
 * What Arr apps told of titles, in a database that is opened as late as can be. Where it may only be looked at, nothing is kept
 * or forgotten.
 *
 * <p>Thread-safe.
 */
final class ToldTitlesOnDemand implements ToldTitleStore {

    private final DatabaseOnDemand database;

    ToldTitlesOnDemand(DatabaseOnDemand database) {
        this.database = database;
    }

    @Override
    public Optional<ToldTitle> find(List<String> keys) {
        return look().flatMap(titles -> titles.find(keys));
    }

    @Override
    public List<ToldTitle> all() {
        return look().map(titles -> titles.all()).orElse(List.of());
    }

    @Override
    public boolean isEmpty() {
        return look().map(titles -> titles.isEmpty()).orElse(true);
    }

    @Override
    public void put(ToldTitle told) {
        if (database.mayChange()) {
            database.toldToWrite().put(told);
        }
    }

    /** Where there is no database, there is nothing to forget. */
    @Override
    public int forget(List<String> keys) {
        return database.hasSomethingToChange() ? database.toldToWrite().forget(keys) : 0;
    }

    private Optional<ToldTitleView> look() {
        return database.toldToRead();
    }
}
