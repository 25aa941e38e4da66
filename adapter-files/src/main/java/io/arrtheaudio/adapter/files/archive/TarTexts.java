package io.arrtheaudio.adapter.files.archive;

import io.arrtheaudio.port.out.TextArchives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Texts in UTF-8 as {@code .tar.gz}.
 *
 * <p>Thread-safe.
 */
public final class TarTexts implements TextArchives {

    @Override
    public Path write(Path place, String name, Instant made, Map<String, String> texts) {
        Path file = Files.isDirectory(place) ? place.resolve(name) : place;
        try {
            ArchiveDisk.publish(file, out -> {
                TarWriter archive = new TarWriter(out, made);
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
                    archive.add(text.getKey(), bytes.length, to -> to.write(bytes));
                }
                archive.finish();
            });
            return file;
        } catch (IOException e) {
            throw Unwritable.because("the file", file, e);
        }
    }
}
