package io.arrtheaudio.domain.library;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;

/** Whether the name of a file can be written down as text, and the file be found by it again. */
public final class Spelling {

    private Spelling() {}

    /** Not if it has bytes that are no text in the locale of this program, or is spelt otherwise when it is read back. */
    public static boolean isSound(Path path) {
        try {
            for (Path name : path) {
                if (!name.resolveSibling(name.toString()).equals(name)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Refuses a name that cannot be written down.
     *
     * @param attempt what is to be done to the file: {@code queue}, {@code record a change of}
     * @throws AudioFixException {@code FIX_FILE} if it is such a name
     */
    public static void expectSound(Path path, String attempt) {
        if (!isSound(path)) {
            throw new AudioFixException(
                    Remedy.FIX_FILE,
                    "cannot " + attempt + " " + path
                            + ": its name cannot be written down; rename it, or let the program"
                            + " run in a UTF-8 locale");
        }
    }
}
