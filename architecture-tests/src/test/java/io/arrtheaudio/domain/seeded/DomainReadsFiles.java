package io.arrtheaudio.domain.seeded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks R1. */
public final class DomainReadsFiles {

    boolean isThere(Path file) {
        return Files.exists(file);
    }
}
