package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class InMemoryReplacementsTest extends ReplacementsContract {

    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(InstantSource.system());
    private final InMemoryReplacements replacements = new InMemoryReplacements(disk);

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return disk;
    }

    @Override
    protected Replacements replacements() {
        return replacements;
    }

    @Test
    void swapping_across_folders_is_misuse() {
        Path file = disk.put("a/film.mkv");
        Path other = replacements.placeFor(disk.put("b/film.mkv"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> replacements.swap(other, file));
    }
}
