package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.ToldTitleView;
import java.util.List;
import java.util.Optional;

/**
 * What SQLite keeps of what Arr apps told. A database of an older program has none.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JdbiToldTitlesView implements ToldTitleView {

    private static final String ATTEMPT = "look for what Sonarr and Radarr told of titles";

    private final Reads database;

    JdbiToldTitlesView(Reads database) {
        this.database = database;
    }

    @Override
    public Optional<ToldTitle> find(List<String> keys) {
        List<String> these = List.copyOf(keys);
        return database.read(
                ATTEMPT, handle -> ToldTable.isIn(handle) ? ToldTable.find(handle, these) : Optional.empty());
    }

    @Override
    public List<ToldTitle> all() {
        return database.read(ATTEMPT, handle -> ToldTable.isIn(handle) ? ToldTable.all(handle) : List.of());
    }

    @Override
    public boolean isEmpty() {
        return database.read(ATTEMPT, handle -> !ToldTable.isIn(handle) || ToldTable.isEmpty(handle));
    }
}
