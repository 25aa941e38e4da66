package io.arrtheaudio.launcher.server.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures, sounds and what else goes into films, encoded once; films are only muxed from them. Thread-safe. */
final class RawMedia {

    private static final Map<String, List<String>> ENCODERS = Map.of(
            "aac", List.of("aac", "-f", "ipod"),
            "ac3", List.of("ac3"),
            "eac3", List.of("eac3"),
            "flac", List.of("flac"),
            "opus", List.of("libopus", "-b:a", "48k", "-f", "ogg"),
            "vorbis", List.of("libvorbis", "-q:a", "2", "-f", "ogg"),
            "mp3", List.of("libmp3lame"));

    private final Path folder;
    private final Map<String, Path> made = new ConcurrentHashMap<>();

    RawMedia(Path folder) {
        this.folder = folder;
    }

    /** Another tone for each codec and number of channels, so that one is not taken for the other. */
    Path sound(String codec, int channels) {
        return made.computeIfAbsent(channels + "." + codec, name -> {
            int hertz = 200 + Math.floorMod(codec.hashCode(), 500) + 100 * channels;
            List<String> arguments = new ArrayList<>(List.of("sine=d=0.4:r=48000:f=" + hertz));
            arguments.addAll(List.of("-ac", "" + channels, "-c:a"));
            arguments.addAll(ENCODERS.get(codec));
            return encoded(name, arguments);
        });
    }

    Path picture() {
        return made.computeIfAbsent(
                "picture.mkv", name -> encoded(name, List.of("testsrc=size=32x32:rate=10:d=0.4", "-c:v", "mpeg4")));
    }

    Path avcPicture() {
        List<String> arguments = List.of("testsrc=size=32x32:rate=10:d=0.4", "-c:v", "libx264", "-pix_fmt", "yuv420p");
        return made.computeIfAbsent("avc.mkv", name -> encoded(name, arguments));
    }

    Path webPicture() {
        return made.computeIfAbsent(
                "picture.webm", name -> encoded(name, List.of("testsrc=size=32x32:rate=10:d=0.4", "-c:v", "libvpx")));
    }

    Path cover() {
        return made.computeIfAbsent("cover.png", name -> encoded(name, List.of("color=size=16x16", "-frames:v", "1")));
    }

    Path subtitles() {
        return text("subtitles.srt", "1\n00:00:00,000 --> 00:00:00,300\nHello\n");
    }

    Path font() {
        return text("font.ttf", "no font at all ".repeat(50));
    }

    /** Chapters and tags for ffmpeg. */
    Path chapters() {
        return text(
                "chapters.txt",
                ";FFMETADATA1\ntitle=The Film\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=200\ntitle=One\n"
                        + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=200\nEND=400\ntitle=Two\n");
    }

    /** Chapters for mkvmerge. */
    Path simpleChapters() {
        return text(
                "simple.txt", "CHAPTER01=00:00:00.000\nCHAPTER01NAME=One\nCHAPTER02=00:00:00.200\nCHAPTER02NAME=Two\n");
    }

    Path tags() {
        return text(
                "tags.xml", "<Tags><Tag><Simple><Name>DIRECTOR</Name><String>Somebody</String></Simple></Tag></Tags>");
    }

    private Path encoded(String name, List<String> arguments) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i"));
        command.addAll(arguments);
        command.add(file.toString());
        Command.run(command);
        return file;
    }

    private Path text(String name, String content) {
        return made.computeIfAbsent(name, any -> {
            try {
                return Files.writeString(folder.resolve(name), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
