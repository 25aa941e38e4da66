package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCacheView;
import java.util.List;
import java.util.Optional;

/**
 * What SQLite remembers of answers about titles. A database of an older program has none.
 *
 * <p>Thread-safe, and safe among processes.
 */
final class JdbiLanguageCacheView implements LanguageCacheView {

    private final Reads database;

    JdbiLanguageCacheView(Reads database) {
        this.database = database;
    }

    @Override
    public Optional<KnownLanguage> find(String title) {
        return database.read(
                "look for the answer about " + title,
                handle -> AnswerTable.isIn(handle) ? AnswerTable.find(handle, title) : Optional.empty());
    }

    @Override
    public List<KnownLanguage> all() {
        return database.read(
                "look for answers about titles",
                handle -> AnswerTable.isIn(handle) ? AnswerTable.all(handle) : List.of());
    }
}
