package io.arrtheaudio.adapter.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films of a second that ffmpeg and mkvmerge make in a folder. */
final class Films {

    private final Path folder;

    Films(Path folder) {
        this.folder = folder;
    }

    /** A picture and two audio tracks (English, Japanese), encoded; options may say more. */
    Path encoded(String name, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=64x48:rate=25:duration=1"));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=d=1:r=48000", "-map", "0:v", "-map", "1:a", "-map", "1:a"));
        command.addAll(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "48k"));
        command.addAll(List.of("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=jpn"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Command.run(command);
        return file;
    }

    /** All streams of a file copied, with options before the output's name. */
    Path copied(String name, Path source, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", source.toString()));
        command.addAll(List.of("-map", "0", "-c", "copy"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Command.run(command);
        return file;
    }

    /** mkvmerge over a file, with options before the input's name. */
    Path merged(String name, Path source, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("mkvmerge", "-q", "-o", file.toString()));
        command.addAll(List.of(options));
        command.add(source.toString());
        Command.run(command);
        return file;
    }

    /** An MP4 with all that a copy might lose: chapters, cover, subtitles, time code, tags, times, a commentary. */
    Path rich(String name) {
        Path meta = text(
                "meta.txt",
                ";FFMETADATA1\ntitle=The Film\ndate=2001\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n"
                        + "[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1000\ntitle=Two\n");
        Path subtitles = text("subtitles.srt", "1\n00:00:00,000 --> 00:00:00,900\nHello\n");
        Path cover = folder.resolve("cover.png");
        Command.run(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "color=size=16x16",
                "-frames:v",
                "1",
                cover.toString());
        Path file = folder.resolve(name);
        Command.run(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-i",
                encoded("plain-" + name).toString(),
                "-i",
                meta.toString(),
                "-i",
                subtitles.toString(),
                "-i",
                cover.toString(),
                "-map",
                "0",
                "-map",
                "2",
                "-map",
                "3",
                "-map_metadata",
                "1",
                "-map_chapters",
                "1",
                "-c",
                "copy",
                "-c:s",
                "mov_text",
                "-disposition:v:1",
                "attached_pic",
                "-disposition:a:1",
                "comment",
                "-disposition:s:0",
                "default",
                "-metadata",
                "creation_time=2011-02-03T04:05:06Z",
                "-metadata:s:v:0",
                "timecode=01:00:00:00",
                "-movflags",
                "+faststart",
                file.toString());
        return file;
    }

    /** Whatever ffprobe prints of a file. */
    static String probe(Path file, String entries) {
        return Command.run("ffprobe", "-v", "error", "-show_entries", entries, "-of", "compact=p=0", file.toString());
    }

    private Path text(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
