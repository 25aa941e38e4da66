package io.arrtheaudio.adapter.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes files by ffmpeg and mkvtoolnix in every layout that users have; one second of test picture and tones. */
public final class MediaFactory {

    /** As many as any test wants, no two alike. */
    private static final List<String> LANGUAGES = List.of(
            ("eng jpn ita fra deu spa por rus zho kor nld swe dan nor fin pol ces hun ell tur ara heb hin tha vie"
                            + " ukr ron bul hrv srp")
                    .split(" "));

    private final Path folder;

    /** Puts files into a folder. */
    public MediaFactory(Path folder) {
        this.folder = folder;
    }

    /** So many audio tracks, each in a language of its own, and options before the output file's name. */
    public Path ffmpeg(String name, int audio, String... options) {
        return ffmpeg(name, List.of(), audio, List.of("libx264", "aac"), options);
    }

    /** Two audio tracks, and another input, which is number 2. */
    public Path ffmpegWith(String name, Path input, String... options) {
        return ffmpeg(name, List.of("-i", input.toString()), 2, List.of("libx264", "aac"), options);
    }

    /** WebM with so many audio tracks. */
    Path webm(String name, int audio, String... options) {
        return ffmpeg(name, List.of(), audio, List.of("libvpx", "libopus"), options);
    }

    /** Written to a pipe, where ffmpeg cannot go back to fill in sizes. */
    Path ffmpegPipe(String name, int audio, String... options) {
        Path file = folder.resolve(name);
        List<String> command = command(List.of(), audio, List.of("libx264", "aac"), options);
        command.addAll(List.of("-f", "matroska", "pipe:1"));
        MediaTools.runInto(file, command);
        return file;
    }

    private Path ffmpeg(String name, List<String> inputs, int audio, List<String> codecs, String... options) {
        Path file = folder.resolve(name);
        List<String> command = command(inputs, audio, codecs, options);
        command.add(file.toString());
        MediaTools.run(command);
        return file;
    }

    private static List<String> command(List<String> inputs, int audio, List<String> codecs, String... options) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=64x48:rate=5:duration=1"));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=1"));
        command.addAll(inputs);
        command.addAll(List.of("-map", "0:v"));
        for (int i = 0; i < audio; i++) {
            command.addAll(List.of("-map", "1:a", "-metadata:s:a:" + i, "language=" + LANGUAGES.get(i)));
        }
        command.addAll(
                List.of("-c:v", codecs.get(0), "-c:a", codecs.get(1), "-b:a", "32k", "-ac", "1", "-ar", "48000"));
        command.addAll(List.of(options));
        return command;
    }

    /** ffmpeg over a file that is there: every stream copied. */
    public Path copy(String name, Path source, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i", source.toString()));
        command.addAll(List.of("-map", "0", "-c", "copy"));
        command.addAll(List.of(options));
        command.add(file.toString());
        MediaTools.run(command);
        return file;
    }

    /** mkvmerge over a file that is there, with options before the input's name. */
    Path mkvmerge(String name, Path source, String... options) {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("mkvmerge", "-q", "-o", file.toString()));
        command.addAll(List.of(options));
        command.add(source.toString());
        MediaTools.run(command);
        return file;
    }

    /** A file that mkvpropedit changed in place. */
    Path mkvpropedit(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("mkvpropedit", "-q", file.toString()));
        command.addAll(List.of(options));
        MediaTools.run(command);
        return file;
    }

    /** Subtitles of one line. */
    public Path subtitles(String name) {
        return text(name, "1\n00:00:00,000 --> 00:00:00,900\nHello\n");
    }

    /** Subtitles with so many styles, which become the track's CodecPrivate. */
    Path styledSubtitles(String name, int styles) {
        StringBuilder script = new StringBuilder("[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\n"
                + "Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, Alignment, MarginV, Encoding\n");
        for (int i = 0; i < styles; i++) {
            script.append("Style: Style").append(i).append(",Arial,20,&H00FFFFFF,0,0,2,10,1\n");
        }
        return text(
                name,
                script + "\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
                        + "Dialogue: 0,0:00:00.00,0:00:00.90,Style0,Hello\n");
    }

    /** Chapters for ffmpeg. */
    public Path chapters(String name) {
        return text(name, ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n");
    }

    /** Chapters for mkvmerge. */
    Path simpleChapters(String name) {
        return text(name, "CHAPTER01=00:00:00.000\nCHAPTER01NAME=One\n");
    }

    /** Something to attach. */
    Path attachment(String name) {
        return text(name, "no font at all ".repeat(1_000));
    }

    private Path text(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
