package io.arrtheaudio.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes small films by ffmpeg and mkvmerge in a test's folder, and asks ffprobe what became of them. Fails, and does not
 * skip, if the tools are missing.
 */
final class Films {

    /** When every film was changed last, as far as anybody can see. */
    static final Instant LONG_AGO = Instant.parse("2020-01-02T03:04:05.678901Z");

    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;

    Films(Path folder) {
        this.folder = folder;
    }

    /** What the films are made of, made once; sounds in forms that give tracks no IDs, which mkvmerge would warn about. */
    private static final class Material {
        static final Path FOLDER = folder();
        static final Path PICTURE = make("picture.mkv", "testsrc=size=64x48:rate=5:duration=1", "libx264");
        static final Path MONO = make("mono.m4a", "sine=duration=1", "aac", "-b:a", "24k");
        static final Path SURROUND = make("surround.ac3", "anullsrc=cl=5.1:r=48000:d=1", "ac3");

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("films");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path make(String name, String source, String codec, String... options) {
            Path file = FOLDER.resolve(name);
            file.toFile().deleteOnExit();
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source));
            command.addAll(List.of("-c", codec));
            command.addAll(List.of(options));
            command.add(file.toString());
            run(command);
            return file;
        }
    }

    /** A picture and these sounds, muxed by ffmpeg into what the name's ending says. */
    Path ffmpeg(String name, Sound... sounds) {
        return ffmpeg(name, List.of(), sounds);
    }

    /** The same with options before the output file's name. */
    Path ffmpeg(String name, List<String> options, Sound... sounds) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin"));
        command.addAll(List.of("-i", Material.PICTURE.toString(), "-i", Material.MONO.toString()));
        command.addAll(List.of("-i", Material.SURROUND.toString(), "-map", "0:v"));
        for (int i = 0; i < sounds.length; i++) {
            command.addAll(forFfmpeg(i, sounds[i]));
        }
        command.addAll(List.of("-c", "copy"));
        command.addAll(options);
        return made(name, command);
    }

    private static List<String> forFfmpeg(int i, Sound sound) {
        List<String> options = new ArrayList<>(List.of("-map", sound.isSurround() ? "2:a" : "1:a"));
        options.addAll(List.of("-metadata:s:a:" + i, "language=" + sound.language()));
        options.addAll(List.of("-metadata:s:a:" + i, "title=" + sound.title()));
        options.addAll(List.of("-disposition:a:" + i, disposition(sound)));
        return options;
    }

    private static String disposition(Sound sound) {
        List<String> words = new ArrayList<>();
        words.add(sound.is("default") ? "default" : "0");
        if (sound.is("commentary")) {
            words.add("comment");
        }
        if (sound.is("description")) {
            words.add("visual_impaired");
        }
        return String.join("+", words);
    }

    /** A picture and these sounds, muxed by mkvmerge. */
    Path mkvmerge(String name, Sound... sounds) {
        List<String> command = new ArrayList<>(List.of("mkvmerge", "-q", Material.PICTURE.toString()));
        for (Sound sound : sounds) {
            command.addAll(forMkvmerge(sound));
            command.add((sound.isSurround() ? Material.SURROUND : Material.MONO).toString());
        }
        command.add("-o");
        return made(name, command);
    }

    private static List<String> forMkvmerge(Sound sound) {
        return List.of(
                "--language",
                "0:" + sound.language(),
                "--track-name",
                "0:" + sound.title(),
                "--default-track-flag",
                "0:" + (sound.is("default") ? 1 : 0),
                "--commentary-flag",
                "0:" + (sound.is("commentary") ? 1 : 0),
                "--visual-impaired-flag",
                "0:" + (sound.is("description") ? 1 : 0),
                "--track-enabled-flag",
                "0:" + (sound.is("disabled") ? 0 : 1));
    }

    private Path made(String name, List<String> command) {
        Path file = folder.resolve(name);
        command.add(file.toString());
        run(command);
        return aged(file);
    }

    /** Makes a file look as if it had not been changed for years. */
    static Path aged(Path file) {
        try {
            return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English, which is the default, and Japanese. */
    static Sound[] englishFirst() {
        return new Sound[] {Sound.in("eng").isDefault(), Sound.in("jpn")};
    }

    /** Which audio tracks ffprobe calls default, counted from 1. */
    static List<Integer> defaults(Path file) {
        String[] flags = probe(file, "-select_streams", "a", "-show_entries", "stream_disposition=default")
                .split("\n");
        List<Integer> defaults = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            if (flags[i].startsWith("1")) {
                defaults.add(i + 1);
            }
        }
        return defaults;
    }

    /** What ffprobe says, as comma-separated values. */
    static String probe(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error", "-of", "csv=p=0"));
        command.addAll(List.of(options));
        command.add(file.toString());
        return run(command);
    }

    /** Runs a tool to its end and returns what it printed; anything but success fails the test. */
    static String run(List<String> command) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            Files.delete(output);
            if (!hasEnded || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0) + "; ./check installs it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
