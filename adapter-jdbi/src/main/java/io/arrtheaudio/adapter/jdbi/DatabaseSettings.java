package io.arrtheaudio.adapter.jdbi;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where things are remembered.
 *
 * @param dataFolder the folder; it is made if it is not there
 * @param anyOwner whether to go on although the database belongs to another user, who may not be able to use it afterwards
 */
public record DatabaseSettings(Path dataFolder, boolean anyOwner) {

    /** Checks the values. */
    public DatabaseSettings {
        Objects.requireNonNull(dataFolder, "dataFolder");
    }

    /** For the user whose folder it is. */
    public static DatabaseSettings in(Path dataFolder) {
        return new DatabaseSettings(dataFolder, false);
    }
}
