package io.arrtheaudio.adapter.files.seeded;

import org.sqlite.SQLiteConfig;

/** Breaks R10, SQLite. */
public final class FilesUsesSqlite {

    SQLiteConfig config() {
        return new SQLiteConfig();
    }
}
