package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.port.out.ToldTitleView;
import java.util.List;
import java.util.Optional;

/**
 * What Arr apps told of titles, in SQLite. What webhooks tell comes by {@link JdbiJobStore}, in one step with their jobs.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiToldTitles implements ToldTitleStore {

    private final Database database;
    private final ToldTitleView view;

    /** @param database is not closed */
    public JdbiToldTitles(Database database) {
        this.database = database;
        this.view = new JdbiToldTitlesView(database);
    }

    @Override
    public Optional<ToldTitle> find(List<String> keys) {
        return view.find(keys);
    }

    @Override
    public List<ToldTitle> all() {
        return view.all();
    }

    @Override
    public boolean isEmpty() {
        return view.isEmpty();
    }

    @Override
    public void put(ToldTitle told) {
        database.write("keep what was told of a title", handle -> {
            ToldTable.put(handle, told);
            return told;
        });
    }

    @Override
    public int forget(List<String> keys) {
        List<String> these = List.copyOf(keys);
        return database.write("forget what was told of titles", handle -> ToldTable.forget(handle, these));
    }
}
