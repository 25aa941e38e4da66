package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whole small files with certain audio tracks, made by mkvmerge and ffmpeg from sound that is encoded once. */
final class Samples {

    private final Path folder;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    Samples(Path folder) {
        this.folder = folder;
    }

    byte[] of(Container container, List<AudioTrack> tracks) {
        return made.computeIfAbsent(container + " " + tracks, any -> switch (container) {
                    case MATROSKA -> matroska(tracks);
                    case MP4 -> mp4(tracks);
                })
                .clone();
    }

    private byte[] matroska(List<AudioTrack> tracks) {
        Path file = folder.resolve("sample.mkv");
        List<String> command =
                new ArrayList<>(List.of("mkvmerge", "-q", "--deterministic", "1", "-o", file.toString()));
        command.add(picture().toString());
        for (AudioTrack track : tracks) {
            command.addAll(List.of("--language", "0:" + track.language(), "--track-name", "0:" + track.title()));
            command.addAll(List.of("--default-track-flag", track.is(TrackFlag.DEFAULT) ? "0:yes" : "0:no"));
            command.add(sound(track).toString());
        }
        Command.run(command);
        return content(file);
    }

    /** ffprobe shows no title but the handler's name; the default flags are set afterwards, for ffmpeg enforces one. */
    private byte[] mp4(List<AudioTrack> tracks) {
        Path file = folder.resolve("sample.mp4");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
        command.add(picture().toString());
        List<String> options = new ArrayList<>(List.of("-map", "0"));
        for (int i = 0; i < tracks.size(); i++) {
            AudioTrack track = tracks.get(i);
            command.addAll(List.of("-i", sound(track).toString()));
            options.addAll(List.of("-map", Integer.toString(i + 1)));
            options.addAll(List.of("-metadata:s:a:" + i, "language=" + track.language()));
            if (!track.title().isEmpty()) {
                options.addAll(List.of("-metadata:s:a:" + i, "handler_name=" + track.title()));
            }
        }
        command.addAll(options);
        command.addAll(List.of("-c", "copy", "-movflags", "+faststart", file.toString()));
        Command.run(command);
        return withDefaults(content(file), tracks);
    }

    /** Bit 0 of each {@code tkhd}'s flags; the picture's comes first. */
    private static byte[] withDefaults(byte[] file, List<AudioTrack> tracks) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("tkhd");
        for (AudioTrack track : tracks) {
            at = text.indexOf("tkhd", at + 4);
            file[at + 7] = (byte) (track.is(TrackFlag.DEFAULT) ? file[at + 7] | 1 : file[at + 7] & ~1);
        }
        return file;
    }

    private Path picture() {
        return once("picture.mkv", List.of("testsrc=size=32x32:rate=5:duration=0.4", "-c:v", "mpeg4"));
    }

    /** Without a container, which would bring UIDs of its own. */
    private Path sound(AudioTrack track) {
        String channels = Integer.toString(track.channels());
        return once(
                channels + "." + track.codec(),
                List.of("sine=d=0.4:r=48000", "-ac", channels, "-c:a", track.codec(), "-b:a", "96k"));
    }

    private Path once(String name, List<String> arguments) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i"));
            command.addAll(arguments);
            command.add(file.toString());
            Command.run(command);
        }
        return file;
    }

    private static byte[] content(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
