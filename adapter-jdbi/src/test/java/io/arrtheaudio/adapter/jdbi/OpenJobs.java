package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Jobs in one data folder, opened as often as a test likes, each time with a connection of its own. */
final class OpenJobs implements AutoCloseable {

    private final List<Database> open = new ArrayList<>();

    JobStores in(Path folder, OwnerLocks locks) {
        Database database = Database.open(DatabaseSettings.in(folder));
        open.add(database);
        return of(database, locks);
    }

    static JobStores of(Database database, OwnerLocks locks) {
        return new JobStores(
                new JdbiJobStore(database),
                new JdbiJobQueue(database, locks),
                new JdbiBatchStore(database, locks),
                new JdbiToldTitles(database));
    }

    @Override
    public void close() {
        open.forEach(Database::close);
    }
}
