package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaInspector;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads audio tracks through ffprobe, and those of Matroska files through {@code mkvmerge -J} as well where it is there.
 *
 * <p>What the tools cannot tell: in MP4 files the language of an {@code elng} box (RFC 5646 tags with region or script),
 * the script that a QuickTime language code tells, a title in {@code udta} other than {@code name}, the role {@code enhanced-audio-intelligibility}, and
 * whether a track is {@link io.arrtheaudio.domain.media.TrackFlag#UNGROUPED}, which is therefore never set. In Matroska files without mkvmerge: {@code
 * LanguageBCP47} and {@link io.arrtheaudio.domain.media.TrackFlag#DISABLED}; the same holds for tracks that mkvmerge leaves
 * out because it finds no content for them. ffprobe exits well with half of a file's tracks where the file is cut off in its
 * header; its complaints are read to tell that apart.
 *
 * <p>Thread-safe.
 */
public final class ToolInspector implements MediaInspector {

    private final Ffprobe ffprobe;
    private final Mkvmerge mkvmerge;

    /** Runs these tools. */
    public ToolInspector(Tools tools) {
        this.ffprobe = new Ffprobe(tools);
        this.mkvmerge = new Mkvmerge(tools);
    }

    /**
     * {@inheritDoc}
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException also {@code FIX_SETTINGS} if ffprobe is not there or not
     *     what its name says, {@code RETRY_LATER} if it hangs
     */
    @Override
    public InspectedFile inspect(Path file) {
        FileStart start = FileStart.of(file);
        return start.container()
                .<InspectedFile>map(
                        container -> new InspectedFile.Media(new MediaFile(file, container, tracks(file, container))))
                .orElseGet(() -> new InspectedFile.Other(what(file, start)));
    }

    private List<AudioTrack> tracks(Path file, Container container) {
        Probe probe = ffprobe.read(file, container);
        return switch (container) {
            case MATROSKA -> MatroskaTracks.of(probe, mkvmerge.list(file));
            case MP4 -> Mp4Tracks.of(probe, MovieHeader.of(file).names());
        };
    }

    private String what(Path file, FileStart start) {
        if (start.size() == 0) {
            return "an empty file";
        }
        return ffprobe.nameFormat(file)
                .map(name -> "a file in the format " + name)
                .orElse("a file of some other kind");
    }
}
