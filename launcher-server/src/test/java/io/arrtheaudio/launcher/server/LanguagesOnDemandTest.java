package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.kit.LanguageCacheContract;
import io.arrtheaudio.port.out.LanguageCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Every cache belongs to a run of its own. */
class LanguagesOnDemandTest extends LanguageCacheContract {

    @TempDir
    private Path folder;

    private final List<DatabaseOnDemand> runs = new ArrayList<>();

    @Override
    protected LanguageCache open() {
        DatabaseOnDemand run = new DatabaseOnDemand(DatabaseSettings.in(folder.resolve("data")), Access.CHANGING);
        runs.add(run);
        return run.languages();
    }

    @AfterEach
    void close() {
        runs.forEach(DatabaseOnDemand::close);
    }
}
