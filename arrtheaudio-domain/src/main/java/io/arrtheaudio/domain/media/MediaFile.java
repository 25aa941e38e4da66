package io.arrtheaudio.domain.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A media file's audio tracks as its header tells them.
 *
 * @param path where it was read
 * @param container what its content is, whatever its name promises
 * @param audio its audio tracks in the container's order, positions 1, 2, 3 ...
 */
public record MediaFile(Path path, Container container, List<AudioTrack> audio) {

    /** Checks the positions; {@code audio} is copied. */
    public MediaFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(container, "container");
        audio = AudioTrack.inOrder(audio, path);
    }
}
