package io.arrtheaudio.domain.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The container formats whose default audio track can be set. Which one a file is follows from its content. */
public enum Container {
    /** Matroska and WebM (RFC 9559). */
    MATROSKA("mkv", "webm", "mk3d", "mka"),
    /** MP4, M4V, M4A and QuickTime (ISO/IEC 14496-12, Apple QTFF). */
    MP4("mp4", "m4v", "mov", "m4a");

    private final List<String> extensions;

    Container(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** Usual extensions without the dot, lower case, the commonest first. */
    public List<String> extensions() {
        return extensions;
    }

    /** The container that a file name promises, in any letter case; only the content proves it. */
    public static Optional<Container> promisedBy(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Container container : values()) {
            if (container.extensions.contains(extension)) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }
}
