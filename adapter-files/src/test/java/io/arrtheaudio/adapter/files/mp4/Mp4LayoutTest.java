package io.arrtheaudio.adapter.files.mp4;

import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.box;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.bytes;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.claiming;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.joined;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.largeBox;
import static io.arrtheaudio.adapter.files.mp4.BoxBuilder.largeClaiming;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.ENG;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.FTYP;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.JPN;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.MDAT;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.audio;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.moov;
import static io.arrtheaudio.adapter.files.mp4.Mp4Sample.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where boxes may lie and how they may tell their size. */
class Mp4LayoutTest {

    private static final byte[] TRAKS = joined(video(), audio(3, ENG), audio(2, JPN));

    @TempDir
    private Path folder;

    @Test
    void a_moov_in_front_is_read() {
        assertThatBothTracksAreReadOf(FTYP, moov(TRAKS), MDAT);
    }

    @Test
    void a_moov_at_the_end_is_read() {
        assertThatBothTracksAreReadOf(FTYP, box("free"), MDAT, moov(TRAKS));
    }

    @Test
    void an_empty_box_with_a_size_of_64_bits_may_be_the_last() {
        assertThatBothTracksAreReadOf(FTYP, moov(TRAKS), largeBox("mdat"));
    }

    @Test
    void a_moov_behind_a_mdat_of_64_bits_is_read() {
        assertThatBothTracksAreReadOf(FTYP, box("wide"), largeBox("mdat", new byte[64]), moov(TRAKS));
    }

    @Test
    void every_box_may_have_a_size_of_64_bits() {
        byte[] moov = moov(TRAKS);
        assertThatBothTracksAreReadOf(
                largeBox("ftyp", Arrays.copyOfRange(FTYP, 8, FTYP.length)),
                largeBox("moov", Arrays.copyOfRange(moov, 8, moov.length)));
    }

    @Test
    void a_tkhd_with_a_size_of_64_bits_is_patched_at_its_own_place() {
        byte[] trak = audio(largeBox("tkhd", new byte[84]), Mp4Sample.mdhd(ENG));
        byte[] file = Mp4Sample.file(trak);

        assertThat(file(file).possiblePlan(1).patches())
                .singleElement()
                .satisfies(patch -> assertThat(patch.offset()).isEqualTo(Mp4Sample.indexOf(file, "tkhd", 1) + 15));
    }

    @Test
    void a_last_box_of_size_0_goes_to_the_end_of_the_file() {
        byte[] moov = moov(TRAKS);
        assertThatBothTracksAreReadOf(FTYP, MDAT, claiming("moov", 0, Arrays.copyOfRange(moov, 8, moov.length)));
        assertThatBothTracksAreReadOf(FTYP, moov, claiming("mdat", 0, new byte[100]));
    }

    @Test
    void uuid_boxes_are_passed_over_everywhere() {
        byte[] uuid = box("uuid", new byte[40]);
        assertThatBothTracksAreReadOf(FTYP, uuid, moov(uuid, TRAKS, uuid), uuid, MDAT);
    }

    @Test
    void a_mdat_in_front_of_everything_hides_nothing() {
        assertThatBothTracksAreReadOf(MDAT, FTYP, moov(TRAKS));
        assertThatBothTracksAreReadOf(largeBox("mdat", new byte[64]), FTYP, box("free"), moov(TRAKS));
    }

    @Test
    void other_boxes_between_those_that_count_are_passed_over_whatever_they_hold() {
        byte[] meta = box("meta", new byte[4], Mp4Sample.hdlr("soun", new byte[1]), box("tkhd", new byte[84]));
        byte[] free = box("free", Mp4Sample.tkhd(1, 1));
        byte[] english = audio(joined(free, meta, Mp4Sample.tkhd(3, 1)), joined(meta, free, Mp4Sample.mdhd(ENG)));

        assertThatBothTracksAreReadOf(FTYP, meta, free, moov(meta, free, english, free, audio(2, JPN), meta), MDAT);
    }

    @Test
    void the_zero_that_ends_quicktime_lists_is_no_box() {
        assertThatBothTracksAreReadOf(FTYP, moov(TRAKS, box("udta", new byte[4]), new byte[4]), MDAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "skip", "wide", "pnot"})
    void an_old_quicktime_file_without_ftyp_is_recognised(String first) {
        Mp4File file = file(box(first, new byte[12]), MDAT, moov(TRAKS));

        assertThat(file.isRecognised()).isTrue();
        assertThat(file.tracks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mdat", "moov"})
    void an_old_quicktime_file_is_recognised_even_if_it_is_incomplete(String first) {
        assertThat(file(claiming(first, 10_000, new byte[30])).isRecognised()).isTrue();
    }

    @Test
    void what_is_recognised_is_mp4() {
        assertThat(new Mp4Format().container()).isEqualTo(Container.MP4);
    }

    @Test
    void other_files_are_not_recognised() {
        assertThat(file(new byte[0]).isRecognised()).isFalse();
        assertThat(file(bytes().text("1234567").done()).isRecognised()).isFalse();
        assertThat(file(bytes().text("I'm free as a bird").done()).isRecognised())
                .isFalse();
        assertThat(file(bytes().text("RIFF....AVI LIST").done()).isRecognised()).isFalse();
        assertThat(file(new byte[64]).isRecognised()).isFalse();
        assertThat(file(claiming("mdat", 3, new byte[64])).isRecognised()).isFalse();
        assertThat(file(bytes().u32(1).text("mdat").u32(7).done()).isRecognised())
                .isFalse();
    }

    @Test
    void a_mdat_of_a_tebibyte_is_not_read_to_reach_the_moov_behind_it() throws IOException {
        long mdat = 1L << 40;
        Mp4File file = file(FTYP, largeClaiming("mdat", mdat, new byte[8]));
        long end = FTYP.length + mdat;
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(moov(TRAKS)), end); // a hole lies between, which takes no disk
        }

        assertThat(file.tracks()).hasSize(2);
        assertThat(file.possiblePlan(2).patches())
                .allSatisfy(patch -> assertThat(patch.offset()).isGreaterThan(end));
    }

    @Test
    void a_mdat_that_claims_petabytes_is_damage() {
        Mp4File file = file(FTYP, largeClaiming("mdat", 1L << 52, new byte[8]), moov(TRAKS));

        assertThatThrownBy(file::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("mdat box at byte 24 claims to end at byte " + ((1L << 52) + 24))
                .hasMessageContaining("is the file complete?");
    }

    @Test
    void a_size_that_no_file_has_is_damage() {
        for (long size : new long[] {-1, Long.MAX_VALUE}) {
            assertThatThrownBy(file(FTYP, largeClaiming("mdat", size, new byte[8]))::tracks)
                    .isInstanceOf(AudioFixException.class)
                    .hasMessageContaining("mdat box at byte 24 claims to end at byte " + Long.MAX_VALUE);
        }
    }

    @Test
    void a_size_of_64_bits_that_is_0_is_damage() {
        assertThatThrownBy(file(FTYP, largeClaiming("mdat", 0, new byte[8]))::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("mdat box at byte 24 claims 0 bytes, fewer than its own header");
    }

    @Test
    void the_search_for_a_second_moov_stops_at_the_first_fragment() {
        byte[] nonsense = claiming("mdat", 3, new byte[0]);
        assertThatBothTracksAreReadOf(FTYP, moov(TRAKS), box("moof"), nonsense);
        assertThatBothTracksAreReadOf(FTYP, moov(TRAKS, box("mvex")), nonsense);
        assertThat(file(FTYP, moov(box("mvex"), TRAKS), box("moof"))
                        .possiblePlan(2)
                        .patches())
                .hasSize(2);
    }

    @Test
    void what_other_programs_leave_behind_the_last_box_is_no_damage() {
        assertThatBothTracksAreReadOf(
                FTYP,
                MDAT,
                moov(TRAKS),
                bytes().text("TAGsome title").zeros(115).done());
        assertThatBothTracksAreReadOf(FTYP, MDAT, moov(TRAKS), new byte[5]);
        assertThatBothTracksAreReadOf(FTYP, MDAT, moov(TRAKS), new byte[1_000]);
    }

    @Test
    void a_mdat_behind_the_moov_that_ends_too_early_is_damage() {
        assertThatThrownBy(file(FTYP, moov(TRAKS), claiming("mdat", 100, new byte[91]))::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("is the file complete?");
    }

    @Test
    void the_first_of_two_moovs_counts_and_no_change_is_planned() {
        Mp4File file = file(FTYP, moov(TRAKS), MDAT, moov(video()));

        assertThat(file.tracks()).hasSize(2);
        assertThat(file.whyUnsupported(2))
                .contains("moov box at byte 24 and the moov box at byte")
                .contains("ffmpeg");
    }

    @Test
    void a_compressed_moov_cannot_be_read_and_the_tool_is_named() {
        Mp4File file = file(FTYP, MDAT, moov(box("cmov", box("dcom", new byte[4]))));

        assertThatThrownBy(file::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("moov box at byte 64 is compressed (cmov)")
                .hasMessageContaining("ffmpeg");
        assertThat(file.whyUnsupported(1)).contains("cmov").contains("ffmpeg");
    }

    @Test
    void a_file_without_moov_is_damage() {
        assertThatThrownBy(file(FTYP, MDAT)::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("no moov box");
        assertThatThrownBy(file(FTYP, box("moof"), MDAT)::tracks)
                .isInstanceOf(AudioFixException.class)
                .hasMessageContaining("in front of its fragments");
    }

    @Test
    void a_movie_without_audio_has_no_tracks() {
        assertThat(file(Mp4Sample.file(video())).tracks()).isEmpty();
        assertThat(file(Mp4Sample.file()).tracks()).isEmpty();
    }

    private void assertThatBothTracksAreReadOf(byte[]... parts) {
        Mp4File file = file(parts);
        assertThat(file.isRecognised()).isTrue();
        assertThat(file.tracks())
                .extracting(AudioTrack::position, track -> track.language().code())
                .containsExactly(tuple(1, "eng"), tuple(2, "jpn"));
        assertThat(file.possiblePlan(2).patches()).hasSize(2);
    }

    private Mp4File file(byte[]... parts) {
        return Mp4File.holding(folder, parts);
    }
}
