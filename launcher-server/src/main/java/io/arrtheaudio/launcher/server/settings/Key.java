package io.arrtheaudio.launcher.server.settings;

/**
 * One key of the settings file.
 *
 * @param <T> what its value is read as
 * @param path its name behind the names of the sections it lies in: {@code logging.level}; {@code []} stands behind a
 *     list: {@code path_overrides[].path}
 * @param shape what may stand behind it
 * @param byDefault what holds without it, written as in the file
 * @param meaning what it is for, in a few words
 * @param effect what it does in this version
 */
record Key<T>(String path, Shape<T> shape, String byDefault, String meaning, Effect effect) {

    /** What a key does in this version. */
    enum Effect {
        /** What its meaning says. */
        NOW,
        /** Nothing any more. */
        NEVER
    }

    /** The name alone: {@code level}. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What the names beside it begin with: {@code logging.}, empty at the top. */
    String prefix() {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }
}
