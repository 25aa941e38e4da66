package io.arrtheaudio.service;

import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Replacements;
import java.util.Objects;

/**
 * Where media lie, and what may be done there.
 *
 * @param files finds and looks at them
 * @param writer the one that opens them for writing
 * @param replacements makes files beside them that take their place
 */
public record Disk(MediaFiles files, EditWriter writer, Replacements replacements) {

    /** Checks that all are there. */
    public Disk {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(replacements, "replacements");
    }
}
