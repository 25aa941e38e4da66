package io.arrtheaudio.adapter.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.port.out.InspectedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolInspectorTest {

    private static final Tools TOOLS = new Tools(ToolSettings.DEFAULT);

    @TempDir
    private static Path media;

    private static Films films;
    private static Path mp4;
    private static Path mkv;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() {
        films = new Films(media);
        mp4 = films.encoded("two.mp4", "-disposition:a:1", "comment");
        mkv = films.merged("two.mkv", mp4, "--track-enabled-flag", "2:1", "--default-track-flag", "2:0");
    }

    @Test
    void languages_with_regions_and_disabled_tracks_are_read_from_matroska() {
        Path file = films.merged(
                "pt.mkv",
                mp4,
                "--language",
                "1:pt-BR",
                "--language",
                "2:yue",
                "--track-enabled-flag",
                "2:0",
                "--default-track-flag",
                "2:0",
                "--commentary-flag",
                "2:1");

        List<AudioTrack> tracks = tracks(TOOLS, file);

        assertThat(tracks).extracting(track -> track.language().toString()).containsExactly("por-BR", "yue");
        assertThat(tracks.get(0).flags()).containsExactly(TrackFlag.DEFAULT);
        assertThat(tracks.get(1).flags()).containsExactlyInAnyOrder(TrackFlag.COMMENTARY, TrackFlag.DISABLED);
    }

    @Test
    void roles_mean_what_they_mean_to_the_built_in_engine() {
        Path descriptive = films.merged("roles.mkv", mp4, "--text-descriptions-flag", "1:1", "--original-flag", "2:0");
        Path captions = films.copied("roles.mp4", mp4, "-disposition:a:0", "forced+hearing_impaired+visual_impaired");

        assertThat(tracks(TOOLS, descriptive).get(0).is(TrackFlag.TEXT_DESCRIPTIONS))
                .isTrue();
        assertThat(tracks(TOOLS, descriptive).get(1).is(TrackFlag.DUB)).isTrue();
        for (Path file : List.of(descriptive, captions)) {
            assertThat(tracks(TOOLS, file))
                    .extracting(AudioTrack::flags)
                    .isEqualTo(new BuiltInEngine()
                            .inspect(file).fold(found -> found.file().audio(), other -> List.<AudioTrack>of()).stream()
                                    .map(AudioTrack::flags)
                                    .toList());
        }
    }

    @Test
    void a_language_that_only_the_new_element_tells_is_read() throws IOException {
        Path file = films.merged("ja.mkv", mp4, "--language", "1:ja");
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int old = text.indexOf("\"\u00b5\u009c\u0083jpn");
        content[old + 1] = (byte) 0xb6; // the old element becomes one that nobody knows
        Files.write(file, content);

        assertThat(Films.probe(file, "stream_tags=language")).contains("eng"); // ffprobe is wrong
        assertThat(tracks(TOOLS, file).get(0).language().code()).isEqualTo("jpn");
    }

    @Test
    void titles_of_mp4_are_read_from_names_first_and_in_one_line() {
        Path file = films.copied(
                "names.mp4", mp4, "-metadata:s:a:0", "handler_name= two\nlines ", "-metadata:s:a:1", "title=Name");

        assertThat(tracks(TOOLS, file)).extracting(AudioTrack::title).containsExactly("two lines", "Name");
    }

    @Test
    void regions_in_the_old_element_are_read_as_ffmpeg_writes_them() {
        Path file =
                films.copied("old.mkv", mp4, "-metadata:s:a:0", "language=pt-BR", "-metadata:s:a:1", "language=fre");

        assertThat(tracks(TOOLS, file))
                .extracting(track -> track.language().toString())
                .containsExactly("por-BR", "fra");
    }

    @Test
    void a_tag_named_language_or_title_does_not_override_the_track() throws IOException {
        Path tags = Files.writeString(
                folder.resolve("tags.xml"),
                "<Tags><Tag><Simple><Name>LANGUAGE</Name><String>fre</String></Simple>"
                        + "<Simple><Name>TITLE</Name><String>Other</String></Simple></Tag></Tags>");
        Path file = films.merged("tagged.mkv", mp4, "--tags", "1:" + tags, "--track-name", "1:Surround");

        AudioTrack track = tracks(TOOLS, file).get(0);

        assertThat(track.language().code()).isEqualTo("eng");
        assertThat(track.title()).isEqualTo("Surround");
    }

    @Test
    void without_mkvmerge_ffprobe_tells_what_it_can() {
        List<AudioTrack> tracks = tracks(Stub.without(Tool.MKVMERGE), mkv);

        assertThat(tracks).isEqualTo(tracks(TOOLS, mkv));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-i.mkv",
                "@file.mkv",
                "%03d.mkv",
                "concat:a|b.mkv",
                "file:x.mkv",
                "http:x.mkv",
                "a\nb.mkv",
                "'\"*?.mkv",
                "( a ).mkv",
                "=x.mkv",
                "+x.mkv",
                " .mkv",
                "film.m3u8",
                "film.png",
                "日本語.mkv"
            })
    void no_name_fools_the_tools(String name) throws IOException {
        for (Path source : List.of(mkv, mp4)) {
            Path file = Files.copy(source, folder.resolve(name));

            assertThat(tracks(TOOLS, file)).hasSize(2);
            Files.delete(file);
        }
    }

    @Test
    void a_name_that_is_no_text_is_refused_and_not_mistaken() throws IOException {
        Path copy = Files.copy(mkv, folder.resolve("plain.mkv"));
        Command.run(
                "sh", "-c", "mv \"$1\" \"$2/$(printf 'film \\377.mkv')\"", "sh", copy.toString(), folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();

            assertFails(TOOLS, file, Remedy.FIX_SETTINGS, "its name has bytes that are no letters");
        }
    }

    @Test
    void a_playlist_is_not_followed() throws IOException {
        Path list = Files.writeString(folder.resolve("list.mkv"), "ffconcat version 1.0\nfile '" + mkv + "'\n");
        Path hls = Files.writeString(folder.resolve("hls.mp4"), "#EXTM3U\n#EXTINF:1,\n" + mp4 + "\n");

        assertThat(new ToolInspector(TOOLS).inspect(list))
                .isEqualTo(new InspectedFile.Other("a file of some other kind"));
        assertThat(new ToolInspector(TOOLS).inspect(hls))
                .isEqualTo(new InspectedFile.Other("a file of some other kind"));
    }

    @Test
    void other_formats_are_named() {
        Path avi = films.copied("other.avi", mp4);

        assertThat(new ToolInspector(TOOLS).inspect(avi))
                .isEqualTo(new InspectedFile.Other("a file in the format AVI (Audio Video Interleaved)"));
    }

    @Test
    void half_a_header_is_damage_though_ffprobe_exits_well() throws IOException {
        Path fast = films.copied("fast.mp4", mp4, "-movflags", "+faststart");

        assertHalvesAreDamage(mkv, "half.mkv", 40, 60, 4_300, 4_500, 4_700);
        assertHalvesAreDamage(fast, "half.mp4", 40, 180, 300, 700, 1_500);
    }

    private void assertHalvesAreDamage(Path whole, String name, int... lengths) throws IOException {
        byte[] content = Files.readAllBytes(whole);
        for (int length : lengths) {
            Path file = Files.write(folder.resolve(name), Arrays.copyOf(content, length));

            assertFails(TOOLS, file, Remedy.FIX_FILE, "cannot read audio tracks of");
        }
    }

    @Test
    void what_cannot_be_opened_is_told() {
        assertFails(TOOLS, folder.resolve("none.mkv"), Remedy.FIX_FILE, "there is no such file");
        assertFails(TOOLS, folder, Remedy.FIX_FILE, "cannot open");
    }

    @Test
    void without_ffprobe_it_says_what_to_install() {
        assertFails(
                Stub.without(Tool.FFPROBE),
                mkv,
                Remedy.FIX_SETTINGS,
                "there is no ffprobe (looked for '/nowhere/ffprobe'); " + "install the package ffmpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo '{\"streams\": ['",
                "echo nonsense",
                "echo '[]'",
                ":",
                "yes '[[[[' | head -c 100000",
                "echo null"
            })
    void garbage_is_no_answer(String script) {
        Tools tools = Stub.with(Tool.FFPROBE, Stub.script(folder, "garbage", script));

        assertFails(tools, mkv, Remedy.FIX_SETTINGS, "are no answer of ffprobe");
    }

    @Test
    void an_answer_without_streams_is_a_damaged_file() {
        assertFails(
                Stub.with(Tool.FFPROBE, Stub.script(folder, "empty", "echo '{}'")), mkv, Remedy.FIX_FILE, "no stream");
    }

    @Test
    void one_that_hangs_is_ended() {
        Path hangs = Stub.script(folder, "hangs", "exec sleep 1000");

        assertFails(
                Stub.with(Tool.FFPROBE, hangs, Duration.ofMillis(300)),
                mkv,
                Remedy.RETRY_LATER,
                "got no further for 0.3");
    }

    private static void assertFails(Tools tools, Path file, Remedy remedy, String message) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> new ToolInspector(tools).inspect(file))
                .withMessageContaining(message)
                .withMessageContaining(file.toString())
                .matches(e -> e.remedy() == remedy && !e.getMessage().contains("\n"));
    }

    private static List<AudioTrack> tracks(Tools tools, Path file) {
        return new ToolInspector(tools).inspect(file).fold(found -> found.file().audio(), other -> {
            throw new AssertionError(file + " is " + other.what());
        });
    }
}
