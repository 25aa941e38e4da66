package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.library.Glob;
import java.util.List;

/**
 * Which files of a folder to find.
 *
 * @param recursive whether to look into sub-folders
 * @param include only files that fit one of these; empty for every name that promises a
 *     {@link io.arrtheaudio.domain.media.Container}. A pattern without {@code /} is held against the file's name, any
 *     other against its path below the root
 * @param exclude but none that fits one of these; a folder that fits is not looked into
 */
public record FindOptions(boolean recursive, List<Glob> include, List<Glob> exclude) {

    /** Copies the lists. */
    public FindOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Every media file, sub-folders included. */
    public static FindOptions everything() {
        return new FindOptions(true, List.of(), List.of());
    }
}
