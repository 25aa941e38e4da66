package io.arrtheaudio.embedded;

import static io.arrtheaudio.kit.Tracks.three;

import io.arrtheaudio.kit.TinyMatroska;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Films with an English, a Japanese and a German track, the English one default. */
final class Film {

    private Film() {}

    /** One that was copied long ago. */
    static Path at(Path place) {
        try {
            Files.createDirectories(place.getParent());
            Files.write(place, TinyMatroska.with(three(1)).toBytes());
            Files.setLastModifiedTime(place, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path film) {
        try {
            return Files.readAllBytes(film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
