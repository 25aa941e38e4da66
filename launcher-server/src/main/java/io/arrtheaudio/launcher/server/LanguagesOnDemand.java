package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.port.out.LanguageCache;
import java.util.List;
import java.util.Optional;

/**
 * The answers about titles in a database that is opened as late as can be.
 *
 * <p>Thread-safe.
 */
final class LanguagesOnDemand implements LanguageCache {

    private final DatabaseOnDemand database;

    LanguagesOnDemand(DatabaseOnDemand database) {
        this.database = database;
    }

    @Override
    public Optional<KnownLanguage> find(String title) {
        return database.languagesToRead().flatMap(answers -> answers.find(title));
    }

    @Override
    public List<KnownLanguage> all() {
        return database.languagesToRead().map(answers -> answers.all()).orElse(List.of());
    }

    @Override
    public void put(KnownLanguage answer) {
        database.languagesToWrite().put(answer);
    }

    /** Where there is no database, there is nothing to forget. */
    @Override
    public int forget(List<String> titles) {
        return database.hasSomethingToChange() ? database.languagesToWrite().forget(titles) : 0;
    }
}
