package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies a file when asked to share it, or says that it cannot; anything else fails the test. */
record OnlySharing(boolean isPossible) implements Replacements {

    @Override
    public boolean share(Path file, Path replacement) {
        try {
            if (isPossible) {
                Files.copy(file, replacement);
            }
            return isPossible;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path placeFor(Path file) {
        throw new AssertionError("a place for " + file);
    }

    @Override
    public long freeSpace(Path file) {
        throw new AssertionError("free space for " + file);
    }

    @Override
    public void copy(Path file, Path replacement, Progress progress) {
        throw new AssertionError("a copy of " + file);
    }

    @Override
    public void dressLike(Path file, Path replacement) {
        throw new AssertionError("dress like " + file);
    }

    @Override
    public Optional<String> differenceBetween(Path file, Path replacement) {
        throw new AssertionError("compare with " + file);
    }

    @Override
    public void swap(Path replacement, Path file) {
        throw new AssertionError("swap for " + file);
    }

    @Override
    public void remove(Path replacement) {
        throw new AssertionError("remove " + replacement);
    }
}
