package io.arrtheaudio.adapter.files.seeded;

import org.flywaydb.core.Flyway;

/** Breaks R10, Flyway. */
public final class FilesUsesFlyway {

    void migrate(Flyway flyway) {
        flyway.migrate();
    }
}
