package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.HeaderInventory;
import io.arrtheaudio.adapter.files.MediaFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What ffmpeg loses of real files when it copies them, and what it does not. */
class Mp4RealInventoryTest {

    private static final HeaderInventory INVENTORY = new HeaderInventory();
    private static final String[] WITH_TITLES = {
        "-metadata",
        "title=Film",
        "-metadata",
        "track=3/9",
        "-metadata",
        "disc=1/2",
        "-metadata",
        "genre=Drama",
        "-metadata",
        "show=Show",
        "-metadata",
        "season_number=2",
        "-metadata",
        "media_type=10",
        "-metadata",
        "hd_video=1",
        "-metadata",
        "description=Text",
        "-metadata",
        "network=None",
        "-metadata",
        "compilation=1"
    };

    @TempDir
    static Path folder;

    private final MediaFactory make = new MediaFactory(folder);

    @TestFactory
    Stream<DynamicTest> a_plain_copy_loses_nothing() {
        return Stream.of(
                        make.ffmpeg("plain.mp4", 2),
                        make.ffmpeg("no-default.mp4", 3, "-disposition:a", "0"),
                        make.ffmpeg("faststart.mp4", 2, "-movflags", "+faststart"),
                        make.ffmpeg("titles.mp4", 2, WITH_TITLES),
                        make.ffmpeg("roles.mp4", 2, "-disposition:a:1", "dub+comment"),
                        make.ffmpeg("quicktime.mov", 2, "-metadata", "comment=Hello", "-metadata", "location=+52-004/"),
                        make.ffmpeg("pcm.mov", 2, "-c:a", "pcm_s24le"),
                        make.ffmpeg("opus.mp4", 2, "-c:a", "libopus"),
                        make.ffmpeg("dolby.mp4", 2, "-c:a:0", "ac3", "-c:a:1", "eac3"),
                        make.ffmpeg("alac.mp4", 2, "-c:a", "alac"),
                        make.ffmpeg("hevc.mp4", 1, "-c:v", "libx265", "-tag:v", "hvc1", "-x265-params", "log-level=0"),
                        make.ffmpeg("vp9.mp4", 1, "-c:v", "libvpx-vp9"),
                        make.ffmpeg("turned.mp4", 1, "-metadata:s:v", "rotate=90"),
                        make.ffmpeg("hdr.mp4", 1, "-color_primaries", "bt2020", "-color_trc", "smpte2084"),
                        make.ffmpeg("no-edits.mp4", 1, "-use_editlist", "0"),
                        make.ffmpeg("negative.mp4", 1, "-movflags", "negative_cts_offsets"),
                        make.ffmpegWith("subtitled.mp4", make.subtitles("s.srt"), "-map", "2", "-c:s", "mov_text"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Path copy = make.copy("copy-" + file.getFileName(), file, "-disposition:a:0", "default");
                    assertThat(INVENTORY.of(copy)).containsExactlyInAnyOrderElementsOf(INVENTORY.of(file));
                }));
    }

    /** Odd widths of numbers, a genre as a number, boxes that say nothing, and subtitles that are called text. */
    @Test
    void a_plain_copy_of_a_file_laid_out_by_other_programs_loses_nothing() throws IOException {
        Path file = make.ffmpegWith(
                "other.mp4", make.subtitles("o.srt"), "-map", "2", "-c:s", "mov_text", "-fflags", "+bitexact");
        byte[] items = BoxBuilder.joined(
                item("\u00a9nam", 1, bytes().text("Film").done()),
                item("\u00a9too", 1, bytes().text("HandBrake 1.6.1").done()),
                item("gnre", 0, bytes().u16(9).done()),
                item("disk", 0, bytes().u16(0).u16(1).u16(2).done()),
                item("trkn", 0, bytes().u16(0).u16(3).u16(9).u16(0).done()),
                item("tvsn", 21, bytes().u32(2).done()),
                item("stik", 21, bytes().u8(10).done()));
        byte[] handler = box("hdlr", bytes().zeros(8).text("mdirappl").zeros(9).done());
        byte[] meta = box("meta", new byte[4], handler, box("ilst", items), box("free", new byte[100]));
        byte[] changed = new BoxSurgery(Files.readAllBytes(file))
                .insert(box("iods", new byte[16]), "moov")
                .insert(box("free", new byte[30]), "moov")
                .insert(box("udta", meta, new byte[4]), "moov")
                .file();
        int handlerAt = Mp4Sample.indexOf(changed, "sbtl", 1);
        System.arraycopy(bytes().text("text").done(), 0, changed, handlerAt, 4);
        Files.write(file, changed);

        assertThat(INVENTORY.of(file))
                .contains("movie: genre", "subtitle 1: tx3g")
                .hasSizeGreaterThan(15);
        assertThat(lost(file)).isEmpty();
    }

    private static byte[] item(String key, int type, byte[] value) {
        return box(key, box("data", bytes().u32(type).u32(0).raw(value).done()));
    }

    @Test
    void what_a_file_by_ffmpeg_holds_is_listed() {
        Path file = make.ffmpeg("listed.mp4", 2, "-metadata:s:a:1", "title=Talk", "-disposition:a:1", "comment");

        assertThat(INVENTORY.of(file))
                .contains(
                        "video 1: avc1 with avcC",
                        "video 1: samples 5",
                        "video 1: 1 s from the first sample to the last",
                        "audio 1: mp4a with esds",
                        "audio 1: language eng",
                        "audio 2: language jpn",
                        "audio 2: kind urn:mpeg:dash:role:2011 = commentary")
                .anyMatch(line -> line.startsWith("audio 2: name (4 B, "));
    }

    @Test
    void a_copy_without_a_track_loses_its_lines() {
        Path file = make.ffmpeg("three.mp4", 3);

        List<String> lost = lost(file, "-map", "-0:a:2");

        assertThat(lost)
                .contains("audio 3: mp4a with esds", "audio 3: language ita")
                .allMatch(line -> line.startsWith("audio 3: "));
    }

    @Test
    void boxes_that_ffmpeg_does_not_know_are_lost() throws IOException {
        Path file = make.ffmpeg("injected.mp4", 2);
        byte[] kind = Mp4Sample.kind("urn:example:scheme", "special");
        Files.write(
                file,
                new BoxSurgery(Files.readAllBytes(file))
                        .insert(box("vexu", new byte[8]), "moov", "trak:1", "mdia", "minf", "stbl", "stsd", "avc1")
                        .insert(Mp4Sample.elng("pt-BR"), "moov", "trak:3", "mdia")
                        .insert(
                                box(
                                        "udta",
                                        kind,
                                        box("xtra", bytes().text("hello").done())),
                                "moov",
                                "trak:2")
                        .insert(box("pssh", new byte[24]), "moov")
                        .insert(box("uuid", new byte[20]), "moov", "trak:3")
                        .insert(box("tref", box("fall", bytes().u32(3).done())), "moov", "trak:2")
                        .file());

        assertThat(lost(file))
                .containsExactlyInAnyOrder(
                        "video 1: avc1 with avcC, vexu",
                        "audio 1: kind urn:example:scheme = special",
                        "audio 1: xtra (5 B, 3610a686)",
                        "audio 1: refers by fall to audio 2",
                        "audio 2: elng pt-BR",
                        "audio 2: uuid (20 B, 0fd59b8d)",
                        "movie: pssh (24 B, a3c1ca20)");
    }

    @Test
    void dolby_vision_is_told_from_plain_video() throws IOException {
        Path file = make.ffmpeg("vision.mp4", 1);
        byte[] dvcc = box("dvcC", bytes().u8(1, 0, 0x10, 0x35, 0x10).zeros(19).done());
        Files.write(
                file,
                new BoxSurgery(Files.readAllBytes(file))
                        .insert(dvcc, "moov", "trak:1", "mdia", "minf", "stbl", "stsd", "avc1")
                        .file());

        assertThat(INVENTORY.of(file)).contains("video 1: avc1 with avcC, dvcC");
        assertThat(lost(file, "-strict", "normal")).containsExactly("video 1: avc1 with avcC, dvcC");
    }

    @Test
    void a_timecode_track_that_is_not_taken_along_is_lost_with_what_refers_to_it() {
        Path file = make.ffmpeg("timecode.mp4", 1, "-timecode", "01:00:00:00");

        assertThat(lost(file, "-map", "-0:d", "-write_tmcd", "0"))
                .containsExactlyInAnyOrder("tmcd 1: tmcd", "tmcd 1: samples 1", "video 1: refers by tmcd to tmcd 1");
        assertThat(lost(file, "-map", "-0:d")).isEmpty();
    }

    @Test
    void chapters_and_metadata_that_are_not_taken_along_are_lost() {
        Path file = make.ffmpegWith(
                "chapters.mp4", make.chapters("c.txt"), "-map_chapters", "2", "-metadata", "title=Film");

        assertThat(lost(file, "-map", "-0:d", "-map_chapters", "-1")).containsExactly("movie: chapters 1");
        assertThat(lost(file, "-map", "-0:d", "-map_metadata", "-1"))
                .hasSize(3)
                .contains("audio 1: language eng", "audio 2: language jpn")
                .anyMatch(line -> line.startsWith("movie: \u00a9nam (4 B, "));
        assertThat(lost(file, "-map", "-0:d")).isEmpty();
    }

    @Test
    void keys_that_ffmpeg_drops_unless_told_are_lost() {
        Path file = make.ffmpeg(
                "keys.mp4",
                1,
                "-movflags",
                "use_metadata_tags",
                "-metadata",
                "mood=quiet",
                "-metadata",
                "creation_time=2020-01-01T00:00:00Z");

        assertThat(lost(file))
                .hasSize(3)
                .contains("movie: tells when it was made")
                .anyMatch(line -> line.startsWith("movie: creation_time (20 B, "))
                .anyMatch(line -> line.startsWith("movie: mood (5 B, "));
    }

    @Test
    void fragments_are_counted_through_and_named() {
        Path plain = make.ffmpeg("whole.mp4", 2);
        Path file =
                make.copy("fragments.mp4", plain, "-movflags", "frag_keyframe+empty_moov", "-frag_duration", "200000");

        assertThat(lost(file)).containsExactly("movie: is in fragments");
        assertThat(INVENTORY.of(file)).contains("video 1: samples 5");
    }

    /** What the file has and a copy by ffmpeg with these options has not. */
    private List<String> lost(Path file, String... options) {
        List<String> lost = new ArrayList<>(INVENTORY.of(file));
        INVENTORY.of(make.copy("lossy.mp4", file, options)).forEach(lost::remove);
        return lost;
    }
}
