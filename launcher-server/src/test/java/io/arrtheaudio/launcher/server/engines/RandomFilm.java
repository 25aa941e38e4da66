package io.arrtheaudio.launcher.server.engines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Muxes a small film with audio tracks of any number, codec, language, title and flags. The same seed makes the same. */
final class RandomFilm {

    private static final List<String> TITLES = List.of(
            "Commentary by the director",
            "Audio Description",
            "Kommentar mit \"Anführung\" und 'Strich'",
            "Comentario",
            "コメンタリー",
            "日本語 5.1",
            "Surround 5.1 \\ back",
            "two\nlines",
            "  spaced  ",
            "🎬 Film",
            "SoundHandler",
            "Stereo; #1 = main",
            "long ".repeat(60));

    private static final List<String> TAGS = List.of(
            "eng",
            "en",
            "ger",
            "deu",
            "de",
            "fre",
            "fra",
            "jpn",
            "ja",
            "pt-BR",
            "es-419",
            "zh-Hant",
            "chi",
            "zho",
            "yue",
            "nb",
            "nob",
            "und",
            "mul",
            "zxx",
            "cze",
            "ces",
            "gsw",
            "sr-Latn-RS",
            "hr");

    private static final List<String> ROLES = List.of(
            "forced", "comment", "visual_impaired", "hearing_impaired", "original", "dub", "descriptions", "captions");

    private static final List<String> FLAGS = List.of(
            "--forced-display-flag",
            "--commentary-flag",
            "--visual-impaired-flag",
            "--hearing-impaired-flag",
            "--text-descriptions-flag",
            "--original-flag",
            "--track-enabled-flag");

    private final RawMedia raw;
    private final Random random;
    private final Kind kind;
    private final int audio;

    /** Each kind of film in turn. */
    RandomFilm(RawMedia raw, int number, long seed) {
        this.raw = raw;
        this.random = new Random(seed);
        this.kind = Kind.values()[number % Kind.values().length];
        this.audio = 1 + random.nextInt(6);
    }

    /** A container and who writes it, with the codecs that may go into it. */
    enum Kind {
        MKVMERGE_MKV("mkv", "aac ac3 eac3 flac opus vorbis mp3"),
        MKVMERGE_WEBM("webm", "opus vorbis"),
        FFMPEG_MKV("mkv", "aac ac3 eac3 flac opus vorbis mp3"),
        FFMPEG_WEBM("webm", "opus vorbis"),
        MP4("mp4", "aac ac3 eac3 flac opus mp3"),
        FRAGMENTED_MP4("mp4", "aac ac3 opus"),
        M4V("m4v", "aac ac3"),
        MOV("mov", "aac ac3 mp3");

        private final String extension;
        private final List<String> codecs;

        Kind(String extension, String codecs) {
            this.extension = extension;
            this.codecs = List.of(codecs.split(" "));
        }

        boolean isMatroska() {
            return ordinal() <= FFMPEG_WEBM.ordinal();
        }

        private boolean isByMkvmerge() {
            return this == MKVMERGE_MKV || this == MKVMERGE_WEBM;
        }

        private boolean isWeb() {
            return extension.equals("webm");
        }
    }

    Kind kind() {
        return kind;
    }

    /** Makes it; returns the command that did. */
    List<String> makeIn(Path folder, String name) {
        Path file = folder.resolve(name + "." + kind.extension);
        List<String> command = kind.isByMkvmerge() ? mkvmerge(file) : ffmpeg(file);
        Command.run(command);
        return command;
    }

    private List<String> mkvmerge(Path file) {
        List<String> command = new ArrayList<>(List.of("mkvmerge", "-q", "-o", file.toString()));
        if (kind.isWeb()) {
            command.add("--webm");
        } else {
            maybe(command, "--chapters", raw.simpleChapters().toString());
            maybe(command, "--global-tags", raw.tags().toString());
            maybe(command, "--attach-file", raw.font().toString());
        }
        maybe(command, "--title", "The Film");
        command.add((kind.isWeb() ? raw.webPicture() : raw.picture()).toString());
        for (int i = 0; i < audio; i++) {
            maybe(command, "--language", "0:" + pick(TAGS));
            maybe(command, "--track-name", "0:" + pick(TITLES));
            maybe(command, "--default-track-flag", "0:" + (random.nextBoolean() ? "1" : "0"));
            for (String flag : kind.isWeb() ? List.<String>of() : FLAGS) {
                if (random.nextInt(6) == 0) {
                    command.addAll(List.of(flag, "0:" + random.nextInt(2)));
                }
            }
            command.add(sound().toString());
        }
        if (!kind.isWeb()) {
            maybe(command, raw.subtitles().toString());
        }
        return command;
    }

    private List<String> ffmpeg(Path file) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-i"));
        command.add((kind.isWeb() ? raw.webPicture() : raw.picture()).toString());
        List<String> options = new ArrayList<>(List.of("-c", "copy", "-strict", "experimental"));
        options.addAll(maps());
        IntStream.range(0, audio).forEach(i -> command.addAll(List.of("-i", sound().toString())));
        for (int i = 0; i < audio; i++) {
            addTrack(options, i);
        }
        addExtras(command, options);
        addLayout(options);
        command.addAll(options);
        command.add(file.toString());
        return command;
    }

    private List<String> maps() {
        return IntStream.rangeClosed(0, audio)
                .boxed()
                .flatMap(input -> List.of("-map", input + ":0").stream())
                .toList();
    }

    private void addTrack(List<String> options, int i) {
        maybe(options, "-metadata:s:a:" + i, "language=" + pick(TAGS));
        maybe(options, "-metadata:s:a:" + i, "title=" + pick(TITLES));
        if (!kind.isMatroska()) {
            maybe(options, "-metadata:s:a:" + i, "handler_name=" + handler());
        }
        if (random.nextInt(4) > 0) {
            List<String> roles = new ArrayList<>();
            for (String role : kind.isWeb() ? List.<String>of() : ROLES) {
                if (random.nextInt(8) == 0) {
                    roles.add(role);
                }
            }
            if (random.nextBoolean()) {
                roles.add("default");
            }
            options.addAll(List.of("-disposition:a:" + i, roles.isEmpty() ? "0" : String.join("+", roles)));
        }
    }

    /** Inputs behind the sounds, and what becomes of them. */
    private void addExtras(List<String> command, List<String> options) {
        int next = audio + 1;
        if (random.nextBoolean()) {
            command.addAll(List.of("-i", raw.chapters().toString()));
            options.addAll(List.of("-map_chapters", "" + next, "-map_metadata", "" + next++));
        }
        if (!kind.isWeb() && random.nextInt(3) == 0) {
            command.addAll(List.of("-i", raw.subtitles().toString()));
            options.addAll(List.of("-map", next++ + ":0", "-c:s", kind.isMatroska() ? "srt" : "mov_text"));
            options.addAll(List.of("-disposition:s:0", random.nextBoolean() ? "default" : "default+forced"));
        }
        if (kind == Kind.MP4 && random.nextInt(4) == 0) {
            command.addAll(List.of("-i", raw.cover().toString()));
            options.addAll(List.of("-map", next + ":0", "-disposition:v:1", "attached_pic"));
        }
        if (kind == Kind.FFMPEG_MKV && random.nextInt(3) == 0) {
            options.addAll(List.of("-attach", raw.font().toString(), "-metadata:s:t", "mimetype=font/ttf"));
        }
    }

    private void addLayout(List<String> options) {
        if (kind.isMatroska()) {
            maybe(options, "-write_crc32", "0");
            maybe(options, "-reserve_index_space", "2000");
            maybe(options, "-default_mode", pick(List.of("infer", "infer_no_subs", "passthrough")));
            return;
        }
        if (kind == Kind.FRAGMENTED_MP4) {
            options.addAll(List.of("-movflags", pick(List.of("frag_keyframe+empty_moov+delay_moov", "frag_keyframe"))));
        } else {
            maybe(options, "-movflags", "+faststart");
        }
        maybe(options, "-metadata", "creation_time=2011-02-03T04:05:06Z");
        if (kind == Kind.MOV || kind == Kind.MP4) {
            maybe(options, "-metadata:s:v:0", "timecode=01:00:00:00");
        }
    }

    /** QuickTime's string holds 255 bytes at most; ffmpeg writes longer ones nonetheless, which nobody can read. */
    private String handler() {
        String title = pick(TITLES);
        return kind == Kind.MOV ? title.substring(0, Math.min(title.length(), 60)) : title;
    }

    private Path sound() {
        String codec = pick(kind.codecs);
        return raw.sound(codec, pick(codec.equals("mp3") ? List.of(1, 2) : List.of(1, 2, 6)));
    }

    private void maybe(List<String> command, String... words) {
        if (random.nextBoolean()) {
            command.addAll(List.of(words));
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
