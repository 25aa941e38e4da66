package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.media.MediaFile;
import java.nio.file.Path;
import java.util.Set;

/**
 * Writes a file anew with other defaults. Does not re-encode, drop, reorder or rename tracks, and keeps all other
 * dispositions, metadata, chapters and attachments. Only reads the file it is given.
 *
 * <p>Thread-safe.
 */
public interface Rewriter {

    /**
     * Writes the new file and verifies that its streams are the same ones. Whether it is on disk is the caller's to see to;
     * so is what else may be lost.
     *
     * @param file as an inspector read it
     * @param defaults positions of the audio tracks that shall be default, and no other
     * @param into a name that is in nobody's use; nothing is left there after a failure
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the tool cannot do it with this file,
     *     {@code FIX_SETTINGS} if the tool is not there, {@code RETRY_LATER} if the disk is full or nothing moved for too
     *     long, or the watcher cancelled
     */
    void rewrite(MediaFile file, Set<Integer> defaults, Path into, Progress progress);
}
