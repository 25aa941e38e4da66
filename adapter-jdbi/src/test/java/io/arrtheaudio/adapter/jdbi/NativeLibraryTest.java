package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.AtOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    @TempDir
    private Path folder;

    @Test
    void the_code_is_unpacked_once() throws IOException {
        Path library = NativeLibrary.unpackedIn(folder);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, longAgo);

        assertThat(NativeLibrary.unpackedIn(folder)).isEqualTo(library);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
    }

    @Test
    void when_many_threads_unpack_at_once_one_whole_file_is_left(@TempDir Path elsewhere) throws IOException {
        List<Path> libraries = AtOnce.call(6, i -> unpacked());

        assertThat(libraries).containsOnly(libraries.get(0));
        assertThat(libraries.get(0)).hasSameBinaryContentAs(another(elsewhere));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void what_a_killed_run_has_left_is_removed_and_what_another_run_writes_is_not() throws IOException {
        Path other = folder.resolve("other");
        Path place = Files.createDirectories(
                folder.resolve(other.relativize(another(other).getParent())));
        Path left = Files.writeString(place.resolve("unpacking-1.part"), "half");
        Files.setLastModifiedTime(left, FileTime.fromMillis(1_000_000));
        Path underWay = Files.writeString(place.resolve("unpacking-2.part"), "half");

        NativeLibrary.unpackedIn(folder);

        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    private Path unpacked() {
        try {
            return NativeLibrary.unpackedIn(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path another(Path elsewhere) throws IOException {
        return NativeLibrary.unpackedIn(elsewhere);
    }
}
