package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.edit.Outcome;
import java.nio.file.Path;

/**
 * Makes the right audio track of one file the default one.
 *
 * <p>Thread-safe: the same file asked for by two threads is worked on one after the other.
 */
public interface FixDefaultAudio {

    /**
     * Looks into a file and chooses; never writes.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the file cannot be read or is no media file
     */
    Inspection inspect(Path file, FixOptions options);

    /**
     * Fixes a file, or tells what it would do if the options ask for a dry run. Whatever is wrong with the file comes
     * back as {@link Outcome.Failed} or {@link Outcome.Skipped}; nothing is thrown for it.
     */
    Outcome fix(Path file, FixOptions options);
}
