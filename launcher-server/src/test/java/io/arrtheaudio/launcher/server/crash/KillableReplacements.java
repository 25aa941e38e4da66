package io.arrtheaudio.launcher.server.crash;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Real replacements, always copied and never shared, with places around each step and one where half a copy is there. */
record KillableReplacements(Replacements real, Consumer<String> point) implements Replacements {

    @Override
    public Path placeFor(Path file) {
        return real.placeFor(file);
    }

    @Override
    public long freeSpace(Path file) {
        return real.freeSpace(file);
    }

    @Override
    public boolean share(Path file, Path replacement) {
        return false;
    }

    @Override
    public void copy(Path file, Path replacement, Progress progress) {
        halfACopy(file, replacement);
        real.copy(file, replacement, progress);
        point.accept("behind the copy");
    }

    private void halfACopy(Path file, Path replacement) {
        try {
            byte[] whole = Files.readAllBytes(file);
            Files.write(replacement, Arrays.copyOf(whole, whole.length / 2));
            point.accept("in the middle of the copy");
            Files.delete(replacement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void dressLike(Path file, Path replacement) {
        real.dressLike(file, replacement);
    }

    @Override
    public Optional<String> differenceBetween(Path file, Path replacement) {
        return real.differenceBetween(file, replacement);
    }

    @Override
    public void swap(Path replacement, Path file) {
        point.accept("before the swap");
        real.swap(replacement, file);
        point.accept("behind the swap");
    }

    @Override
    public void remove(Path replacement) {
        real.remove(replacement);
    }
}
