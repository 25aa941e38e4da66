package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.LanguageCacheView;
import java.util.List;
import java.util.Optional;

/**
 * Answers about titles in SQLite. Nothing here waits for the disk: what a power cut takes back is asked again.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class JdbiLanguageCache implements LanguageCache {

    private final Database database;
    private final LanguageCacheView view;

    /** @param database is not closed */
    public JdbiLanguageCache(Database database) {
        this.database = database;
        this.view = new JdbiLanguageCacheView(database);
    }

    @Override
    public Optional<KnownLanguage> find(String title) {
        return view.find(title);
    }

    @Override
    public void put(KnownLanguage answer) {
        database.note("remember the answer about " + answer.title(), handle -> AnswerTable.put(handle, answer));
    }

    @Override
    public List<KnownLanguage> all() {
        return view.all();
    }

    @Override
    public int forget(List<String> titles) {
        List<String> these = List.copyOf(titles);
        return database.note(
                "forget answers about titles",
                handle -> these.isEmpty() ? AnswerTable.forgetAll(handle) : AnswerTable.forget(handle, these));
    }
}
