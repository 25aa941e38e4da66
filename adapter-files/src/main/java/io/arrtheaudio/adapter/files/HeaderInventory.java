package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.header.Purpose;
import io.arrtheaudio.adapter.files.matroska.MatroskaFormat;
import io.arrtheaudio.adapter.files.mp4.Mp4Format;
import io.arrtheaudio.port.out.ContainerInventory;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists what Matroska and MP4 files hold by reading their headers, by content and not by name, without any tool.
 *
 * <p>Thread-safe.
 */
public final class HeaderInventory implements ContainerInventory {

    private final List<HeaderFormat> formats = List.of(new MatroskaFormat(), new Mp4Format());

    @Override
    public List<String> of(Path file) {
        try (HeaderReader reader = HeaderReader.open(file, Purpose.INVENTORY)) {
            for (HeaderFormat format : formats) {
                if (format.recognises(reader)) {
                    return List.copyOf(format.inventory(reader));
                }
            }
            throw reader.damaged("it is " + ContentGuess.of(reader));
        }
    }
}
