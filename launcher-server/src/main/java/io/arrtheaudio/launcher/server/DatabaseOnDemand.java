package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabasePulse;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.DatabaseView;
import io.arrtheaudio.adapter.jdbi.JdbiAuditLog;
import io.arrtheaudio.adapter.jdbi.JdbiBatchStore;
import io.arrtheaudio.adapter.jdbi.JdbiEditJournal;
import io.arrtheaudio.adapter.jdbi.JdbiJobQueue;
import io.arrtheaudio.adapter.jdbi.JdbiJobStore;
import io.arrtheaudio.adapter.jdbi.JdbiLanguageCache;
import io.arrtheaudio.adapter.jdbi.JdbiOldChanges;
import io.arrtheaudio.adapter.jdbi.JdbiToldTitles;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.FiguresView;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.JobView;
import io.arrtheaudio.port.out.JournalView;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.LanguageCacheView;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.port.out.ToldTitleView;
import java.util.Optional;

/**
 * The database in a data folder, opened as late as can be: until something is to be written it is only looked at, and where
 * there is none, none is made. Opening costs a command more than all the rest of its work.
 *
 * <p>Thread-safe.
 */
final class DatabaseOnDemand implements AutoCloseable {

    private final DatabaseSettings settings;
    private final Access access;
    private Optional<Database> database = Optional.empty();
    private Optional<OpenJournal> journal = Optional.empty();
    private Optional<DatabaseView> view = Optional.empty();
    private boolean hasLooked;

    DatabaseOnDemand(DatabaseSettings settings, Access access) {
        this.settings = settings;
        this.access = access;
    }

    /** A journal, and the name of this run in it. */
    private record OpenJournal(LockFiles locks, EditJournal entries) {}

    DatabaseSettings settings() {
        return settings;
    }

    /** The journal in it; whoever only looks may not begin a change. */
    EditJournal journal() {
        return new JournalOnDemand(this);
    }

    /** The answers about titles in it; of whoever only looks the new ones are forgotten at the end. */
    LanguageCache languages() {
        return switch (access) {
            case LOOKING -> new LanguageOverlay(this::languagesToRead);
            case CHANGING -> new LanguagesOnDemand(this);
        };
    }

    /** What Arr apps told of titles; whoever only looks keeps nothing of what they tell. */
    ToldTitleStore told() {
        return new ToldTitlesOnDemand(this);
    }

    /** Whether anything may be made or changed in it. */
    boolean mayChange() {
        return access == Access.CHANGING;
    }

    /** Whether there is one that may be changed. */
    boolean hasSomethingToChange() {
        return mayChange() && Database.isThere(settings);
    }

    /** What is open already, else a look at what is there; empty if that is nothing, or nothing that can be read. */
    synchronized Optional<JournalView> journalToRead() {
        return journal.isPresent() ? journal.map(OpenJournal::entries) : look().map(DatabaseView::journal);
    }

    /** What is open already, else a look at what is there; empty if that is nothing, or nothing that can be read. */
    synchronized Optional<LanguageCacheView> languagesToRead() {
        return database.isPresent() ? database.map(JdbiLanguageCache::new) : look().map(DatabaseView::languages);
    }

    /** What is open already, else a look at what is there; empty if that is nothing, or nothing that can be read. */
    synchronized Optional<ToldTitleView> toldToRead() {
        return database.isPresent() ? database.map(JdbiToldTitles::new) : look().map(DatabaseView::told);
    }

    /** A look at how much is remembered; empty if that is nothing, or nothing that can be read. */
    synchronized Optional<FiguresView> figuresToRead() {
        return look().map(DatabaseView::figures);
    }

    /** A look at jobs; empty if there are none, or none that can be read. */
    synchronized Optional<JobView> jobsToRead() {
        return look().flatMap(DatabaseView::jobs);
    }

    /** The version of SQLite; empty where it is not needed yet. */
    synchronized Optional<String> sqlite() {
        return look().map(DatabaseView::sqlite);
    }

    /** Opens or makes what is needed to record a change. */
    synchronized EditJournal journalToWrite() {
        return openJournal().entries();
    }

    /** Opens or makes what the daemon needs. */
    synchronized JobStores jobs() {
        Database open = open();
        LockFiles locks = openJournal().locks();
        return new JobStores(
                new JdbiJobStore(open),
                new JdbiJobQueue(open, locks),
                new JdbiBatchStore(open, locks),
                new JdbiAuditLog(open),
                new JdbiOldChanges(open));
    }

    /** Feels whether it works, writing nothing. */
    synchronized HealthProbe pulse() {
        return DatabasePulse.looking(open());
    }

    /** Feels whether it works, by writing. */
    synchronized HealthProbe trial() {
        return DatabasePulse.writing(open());
    }

    private OpenJournal openJournal() {
        if (journal.isEmpty()) {
            Database open = open();
            LockFiles locks = LockFiles.in(settings.dataFolder().resolve("locks"));
            journal = Optional.of(new OpenJournal(locks, new JdbiEditJournal(open, locks)));
        }
        return journal.get();
    }

    /** Opens or makes what is needed to remember an answer. */
    synchronized LanguageCache languagesToWrite() {
        return new JdbiLanguageCache(open());
    }

    /** Opens or makes what is needed to keep what was told. */
    synchronized ToldTitleStore toldToWrite() {
        return new JdbiToldTitles(open());
    }

    private Database open() {
        if (access == Access.LOOKING) {
            throw new IllegalStateException("this run only looks, and must not write to " + settings.dataFolder());
        }
        if (database.isEmpty()) {
            database = Optional.of(Database.open(settings));
            hasLooked = view.isPresent(); // where there was nothing to look at, there is now
        }
        return database.get();
    }

    private Optional<DatabaseView> look() {
        if (!hasLooked) {
            hasLooked = true;
            view = DatabaseView.openExisting(settings.dataFolder());
        }
        return view;
    }

    @Override
    public synchronized void close() {
        view.ifPresent(DatabaseView::close);
        database.ifPresent(Database::close);
        journal.ifPresent(open -> open.locks().close());
        view = Optional.empty();
        database = Optional.empty();
        journal = Optional.empty();
    }
}
