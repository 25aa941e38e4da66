package io.arrtheaudio.adapter.files.matroska;

import static io.arrtheaudio.adapter.files.matroska.Ebml.element;
import static io.arrtheaudio.adapter.files.matroska.Ebml.text;
import static io.arrtheaudio.adapter.files.matroska.Ebml.uint;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.CLUSTER;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.INFO;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.audio;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.language;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.tracks;
import static io.arrtheaudio.adapter.files.matroska.MatroskaSample.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.TrackFlag;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9559 section 5.1.4.1 as a reader meets it. */
class MatroskaReadTest {

    @RegisterExtension
    private final Planned planned = new Planned();

    private AudioTrack only(byte[]... children) {
        byte[] file = new MatroskaSample()
                .add(INFO)
                .add(tracks(video(), audio(children)))
                .add(CLUSTER)
                .build();
        assertThat(planned.tracks(file)).hasSize(1);
        return planned.tracks(file).get(0);
    }

    @Test
    void without_a_language_a_track_is_english() {
        assertThat(only().language()).isEqualTo(new Language("eng", "", ""));
    }

    @Test
    void an_empty_language_is_english_too() {
        assertThat(only(element(Ids.LANGUAGE)).language()).isEqualTo(new Language("eng", "", ""));
    }

    @Test
    void bcp_47_comes_before_the_old_language() {
        AudioTrack track = only(language("chi"), text(Ids.LANGUAGE_BCP47, "yue-Hant-HK"));

        assertThat(track.language()).isEqualTo(new Language("yue", "Hant", "HK"));
    }

    @Test
    void bcp_47_alone_is_enough() {
        assertThat(only(text(Ids.LANGUAGE_BCP47, "ja")).language().code()).isEqualTo("jpn");
    }

    @ParameterizedTest
    @CsvSource({"ger,deu", "fre,fra", "und,und", "'???',und", "jpn,jpn"})
    void old_languages_are_read_in_both_forms(String tag, String code) {
        assertThat(only(language(tag)).language().code()).isEqualTo(code);
    }

    @Test
    void without_flags_a_track_is_default_enabled_and_nothing_else() {
        assertThat(only().flags()).containsExactly(TrackFlag.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "0x55AA, 1, FORCED",
        "0x55AB, 1, HEARING_IMPAIRED",
        "0x55AC, 1, VISUAL_IMPAIRED",
        "0x55AD, 1, TEXT_DESCRIPTIONS",
        "0x55AE, 1, ORIGINAL",
        "0x55AE, 0, DUB",
        "0x55AF, 1, COMMENTARY",
        "0xB9, 0, DISABLED"
    })
    void flags_are_read(String id, int value, TrackFlag flag) {
        AudioTrack track = only(uint(Long.decode(id), value), uint(Ids.FLAG_DEFAULT, 0));

        assertThat(track.flags()).containsExactly(flag);
    }

    @Test
    void name_codec_and_channels_are_read() {
        AudioTrack track = only(
                text(Ids.NAME, "Kommentar des Regisseurs\0"),
                text(Ids.CODEC_ID, "A_EAC3"),
                element(Ids.AUDIO, uint(Ids.CHANNELS, 6)));

        assertThat(track.title()).isEqualTo("Kommentar des Regisseurs");
        assertThat(track.codec()).isEqualTo("eac3");
        assertThat(track.channels()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "A_AAC/MPEG4/LC,aac",
        "A_MPEG/L3,mp3",
        "A_DTS/LOSSLESS,dts",
        "A_PCM/INT/LIT,pcm",
        "A_TRUEHD,truehd",
        "A_MPEG/L2,mp2",
        "A_MS/ACM,ms/acm",
        "EAC3,eac3"
    })
    void codec_ids_become_short_names(String id, String name) {
        assertThat(only(text(Ids.CODEC_ID, id)).codec()).isEqualTo(name);
    }

    @Test
    void an_audio_element_without_channels_means_mono() {
        assertThat(only(element(Ids.AUDIO)).channels()).isEqualTo(1);
        assertThat(only().channels()).isZero();
    }

    @Test
    void a_number_of_channels_that_no_track_has_is_cut() {
        assertThat(only(element(Ids.AUDIO, uint(Ids.CHANNELS, 300))).channels()).isEqualTo(255);
        assertThat(only(element(Ids.AUDIO, uint(Ids.CHANNELS, -1L, 8))).channels())
                .isZero();
    }

    @Test
    void of_two_audio_elements_or_names_the_last_counts() {
        AudioTrack track = only(
                text(Ids.NAME, "first"),
                element(Ids.AUDIO, uint(Ids.CHANNELS, 2)),
                text(Ids.NAME, " last "),
                element(Ids.AUDIO, uint(Ids.CHANNELS, 6)));

        assertThat(track.title()).isEqualTo("last");
        assertThat(track.channels()).isEqualTo(6);
    }

    @Test
    void a_long_name_is_cut_but_never_inside_a_letter() {
        assertThat(only(text(Ids.NAME, "x".repeat(1_000))).title()).hasSize(1_000);
        assertThat(only(text(Ids.NAME, "x".repeat(1_001))).title()).hasSize(1_000);
        assertThat(only(text(Ids.NAME, "x".repeat(999) + "\u65e5")).title()).isEqualTo("x".repeat(999));
        assertThat(only(text(Ids.NAME, "x".repeat(997) + "\u65e5" + "y")).title())
                .isEqualTo("x".repeat(997) + "\u65e5");
        assertThat(only(text(Ids.NAME, "x".repeat(999) + "\0y")).title()).isEqualTo("x".repeat(999));
    }

    @Test
    void whether_tracks_lie_before_the_media_data_is_told() {
        assertThat(planned.hasTracksInFront(
                        new MatroskaSample().add(tracks(audio())).add(CLUSTER).build()))
                .isTrue();
        assertThat(planned.hasTracksInFront(new MatroskaSample()
                        .addSeekHead(false)
                        .add(CLUSTER)
                        .add(tracks(audio()))
                        .build()))
                .isFalse();
    }

    @Test
    void tracks_behind_the_clusters_are_found_through_the_seek_head() {
        byte[] file = new MatroskaSample()
                .addSeekHead(true)
                .add(CLUSTER)
                .add(tracks(audio(language("jpn"))))
                .withUnknownSize()
                .build();

        assertThat(planned.tracks(file)).extracting(AudioTrack::position).containsExactly(1);
    }

    @Test
    void tracks_are_found_through_a_second_seek_head() {
        byte[] tracks = tracks(audio(language("jpn")));
        byte[] second = element(
                Ids.SEEK_HEAD,
                element(Ids.SEEK, uint(Ids.SEEK_ID, Ids.TRACKS, 4), uint(Ids.SEEK_POSITION, CLUSTER.length + 28L, 1)));
        byte[] first = element(
                Ids.SEEK_HEAD,
                element(
                        Ids.SEEK,
                        uint(Ids.SEEK_ID, Ids.SEEK_HEAD, 4),
                        uint(Ids.SEEK_POSITION, CLUSTER.length + 28L + tracks.length, 1)));
        assertThat(first).hasSizeLessThanOrEqualTo(28);
        byte[] file = new MatroskaSample()
                .add(first)
                .add(Ebml.gap(28 - first.length))
                .add(CLUSTER)
                .add(tracks)
                .add(second)
                .build();

        assertThat(planned.tracks(file)).hasSize(1);
    }

    @Test
    void a_cluster_of_unknown_size_ends_the_header() {
        byte[] file = new MatroskaSample()
                .add(tracks(audio()))
                .add(Ebml.unknownSize(Ids.CLUSTER, uint(0xE7, 0)))
                .withUnknownSize()
                .build();

        assertThat(planned.tracks(file)).hasSize(1);
    }

    @Test
    void only_matroska_and_webm_are_recognised() {
        assertThat(new MatroskaFormat().container()).isEqualTo(Container.MATROSKA);
        byte[] segment = element(Ids.SEGMENT, tracks(audio()));

        assertThat(planned.recognises(Ebml.join(MatroskaSample.ebmlHeader("webm"), segment)))
                .isTrue();
        assertThat(planned.recognises(Ebml.join(MatroskaSample.ebmlHeader("bumble"), segment)))
                .isFalse();
        assertThat(planned.recognises("RIFF....AVI ".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(planned.recognises(new byte[3])).isFalse();
    }
}
