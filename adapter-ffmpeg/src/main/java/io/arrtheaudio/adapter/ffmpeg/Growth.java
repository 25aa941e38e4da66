package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.edit.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Watches a file grow. ffmpeg prints nothing while it moves the {@code moov} box to the front, and the file keeps its length
 * then, so the time of the last write counts as well.
 *
 * @param original whose copy it is
 * @param into the file that grows
 * @param of how long the original is
 * @param progress who wants to know
 */
record Growth(Path original, Path into, long of, Progress progress) implements Watch {

    @Override
    public long pulse(long printed) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(into, BasicFileAttributes.class);
            progress.written(original, Math.min(attributes.size(), of), of);
            return 31 * attributes.size() + attributes.lastModifiedTime().toMillis();
        } catch (IOException e) {
            return 0; // not there yet
        }
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }
}
