package io.arrtheaudio.adapter.files;

import io.arrtheaudio.adapter.files.header.HeaderFormat;
import io.arrtheaudio.adapter.files.header.HeaderReader;
import io.arrtheaudio.adapter.files.matroska.MatroskaFormat;
import io.arrtheaudio.adapter.files.mp4.Mp4Format;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.DefaultTrackPlanner;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.PlannedEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads headers of Matroska and MP4 files and plans patches for them, by content and not by name, without any tool.
 *
 * <p>Thread-safe.
 */
public final class BuiltInEngine implements MediaInspector, DefaultTrackPlanner {

    private final List<HeaderFormat> formats = List.of(new MatroskaFormat(), new Mp4Format());

    @Override
    public InspectedFile inspect(Path file) {
        try (HeaderReader reader = HeaderReader.open(file)) {
            for (HeaderFormat format : formats) {
                if (format.recognises(reader)) {
                    return new InspectedFile.Media(new MediaFile(file, format.container(), format.audioTracks(reader)));
                }
            }
            return new InspectedFile.Other(ContentGuess.of(reader));
        }
    }

    @Override
    public PlannedEdit plan(MediaFile file, Set<Integer> defaults) {
        try (HeaderReader reader = HeaderReader.open(file.path())) {
            for (HeaderFormat format : formats) {
                if (format.container() == file.container() && format.recognises(reader)) {
                    return format.plan(reader, defaults);
                }
            }
            throw reader.damaged("it is no longer a " + file.container() + " file");
        }
    }
}
