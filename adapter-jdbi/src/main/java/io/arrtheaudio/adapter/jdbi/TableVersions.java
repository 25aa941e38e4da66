package io.arrtheaudio.adapter.jdbi;

/**
 * Which shape a database has, and which this program gives it.
 *
 * @param found the version of its tables; 0 if there is no database yet
 * @param known the version that this program knows
 */
public record TableVersions(int found, int known) {

    /**
     * Looks, and changes nothing.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException if there is something that is no database of this program, or
     *     one of a newer version
     */
    public static TableVersions of(DatabaseSettings settings) {
        int found = DataFolder.withDatabase(settings.dataFolder())
                .map(folder -> {
                    try (ReadOnlyDatabase database = ReadOnlyDatabase.of(folder)) {
                        return database.schema().version();
                    }
                })
                .orElse(0);
        return new TableVersions(found, Migration.newest(Migration.ALL));
    }

    /** Whether there is nothing to bring up to date. */
    boolean isCurrent() {
        return found == 0 || found == known;
    }
}
