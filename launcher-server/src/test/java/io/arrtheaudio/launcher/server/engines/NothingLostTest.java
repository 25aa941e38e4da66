package io.arrtheaudio.launcher.server.engines;

import static io.arrtheaudio.launcher.server.engines.AddedBox.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ffmpeg writes anew with the tools engine has everything that was in it, or is thrown away. */
class NothingLostTest {

    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
    private static final String[] ENTRY = {"moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1"};
    /** Version 1.0, profile 5, level 6, with RPU and base layer. */
    private static final byte[] DOLBY_VISION = box("dvcC", bytes(24, 1, 0, 10, 53));

    @TempDir
    private static Path media;

    private static TwoTracks films;

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    @BeforeAll
    static void make() {
        films = new TwoTracks(media);
    }

    @Test
    void dolby_vision_roles_names_chapters_and_time_codes_are_kept() throws IOException {
        Path film = films.mp4(
                folder,
                List.of(films.raw().chapters()),
                "-map_metadata",
                "3",
                "-map_chapters",
                "3",
                "-disposition:a:0",
                "default+comment+visual_impaired",
                "-metadata:s:v:0",
                "title=Picture",
                "-metadata:s:a:1",
                "title=Japanese",
                "-metadata",
                "creation_time=2011-02-03T04:05:06Z",
                "-timecode",
                "01:00:00:00");
        Files.write(film, AddedBox.into(Files.readAllBytes(film), DOLBY_VISION, ENTRY));
        Witness before = Witness.of(film);

        assertThat(fix(film)).isInstanceOf(Outcome.Changed.class);

        Witness after = Witness.of(film);
        after.assertOnlyDefault(2);
        assertThat(after.streams()).isEqualTo(before.streams());
        Witness.assertSame("ffmpeg's file", after.kept(), before.kept());
        assertThat(before.ffprobe().path("chapters")).hasSize(2);
        assertThat(before.ffprobe().toString()).contains("DOVI configuration record", "\"timecode\":\"01:00:00:0");
        assertThat(after.ffprobe().toString()).contains("DOVI configuration record", "\"timecode\":\"01:00:00:0");
        assertThat(film).content(StandardCharsets.ISO_8859_1).contains("dvcC", "namePicture", "nameJapanese");
    }

    /** A box, what it is called in the refusal, and where it lies. */
    static Stream<Arguments> whatFfmpegDrops() {
        byte[] role = "\0\0\0\0urn:example:scheme\0special\0".getBytes(StandardCharsets.US_ASCII);
        byte[] language = "\0\0\0\0pt-BR\0".getBytes(StandardCharsets.US_ASCII);
        byte[] depth = box("vexu", bytes(8));
        return Stream.of(
                Arguments.of("elng pt-BR", box("elng", language), new String[] {"moov", "trak:2", "mdia"}),
                Arguments.of("kind urn:example:scheme = special", box("udta", box("kind", role)), new String[] {
                    "moov", "trak:2"
                }),
                Arguments.of("with avcC, vexu", depth, ENTRY),
                Arguments.of("audio 1: uuid", box("uuid", bytes(20)), new String[] {"moov", "trak:2"}),
                Arguments.of("movie: Xtra", box("udta", box("Xtra", bytes(24))), new String[] {"moov"}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatFfmpegDrops")
    void what_ffmpeg_would_drop_is_named_and_the_film_left_as_it_is(String named, byte[] box, String... path)
            throws IOException {
        Path film = films.copy("film.mp4", folder);
        Files.write(film, AddedBox.into(Files.readAllBytes(film), box, path));
        String before = Witness.sha256(film);
        Files.setLastModifiedTime(film, LONG_AGO);

        assertThat(fix(film)).isInstanceOfSatisfying(Outcome.Skipped.class, skipped -> {
            assertThat(skipped.reason()).isEqualTo(SkipReason.WOULD_LOSE_DATA);
            assertThat(skipped.detail()).contains(named);
        });

        assertThat(Witness.sha256(film)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(film)).isEqualTo(LONG_AGO);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(film));
    }

    private Outcome fix(Path film) {
        try (Program tools = Program.with(Settings.DEFAULT.withEngine(EngineChoice.TOOLS), data)) {
            return tools.fix(film, JAPANESE);
        }
    }

    private static byte[] bytes(int length, int... first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < first.length; i++) {
            bytes[i] = (byte) first[i];
        }
        return bytes;
    }
}
