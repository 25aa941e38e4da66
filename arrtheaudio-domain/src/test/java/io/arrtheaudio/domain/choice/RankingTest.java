package io.arrtheaudio.domain.choice;

import static io.arrtheaudio.domain.choice.Wishes.choice;
import static io.arrtheaudio.domain.choice.Wishes.wants;
import static io.arrtheaudio.domain.media.TrackFlag.DEFAULT;
import static io.arrtheaudio.domain.media.Tracks.tracks;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.Tracks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RankingTest {

    @Test
    void of_two_tracks_in_one_language_the_current_default_stays() {
        assertThat(choice(tracks().add("jpn").add("jpn", DEFAULT).add("eng"), wants("jpn")))
                .isEqualTo("keep 2");
    }

    @Test
    void of_two_tracks_in_one_language_the_first_is_taken_if_none_is_default() {
        assertThat(choice(tracks().add("eng", DEFAULT).add("jpn").add("jpn"), wants("jpn")))
                .isEqualTo("switch to 2");
    }

    @ParameterizedTest
    @CsvSource({
        "KEEP_CURRENT, keep 3",
        "MOST_CHANNELS, switch to 2",
        "STEREO, switch to 4",
        "MOST_COMPATIBLE, switch to 4",
        "FIRST, switch to 1"
    })
    void the_ranking_decides_among_tracks_in_one_language(Ranking ranking, String expected) {
        Tracks audio = tracks().coded("jpn", "flac", 6)
                .coded("jpn", "truehd", 8)
                .coded("jpn", "dts", 6, DEFAULT)
                .coded("jpn", "aac", 2)
                .coded("eng", "aac", 2);
        assertThat(choice(audio, wants("jpn").withRanking(ranking))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ranking.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST"})
    void the_current_default_stays_among_equals(Ranking ranking) {
        Tracks audio = tracks().coded("jpn", "ac3", 6).coded("jpn", "ac3", 6, DEFAULT);
        assertThat(choice(audio, wants("jpn").withRanking(ranking))).isEqualTo("keep 2");
    }

    @Test
    void first_means_first_whatever_is_default() {
        Tracks audio = tracks().add("eng").add("jpn").add("jpn", DEFAULT);
        assertThat(choice(audio, wants("jpn").withRanking(Ranking.FIRST))).isEqualTo("switch to 2");
    }

    @Test
    void stereo_takes_fewer_channels_before_more_and_unknown_ones_last() {
        TrackPolicy stereo = wants("jpn").withRanking(Ranking.STEREO);
        assertThat(choice(tracks().coded("jpn", "aac", 8).coded("jpn", "aac", 6), stereo))
                .isEqualTo("switch to 2");
        assertThat(choice(tracks().coded("jpn", "aac", 0).coded("jpn", "aac", 6), stereo))
                .isEqualTo("switch to 2");
        assertThat(choice(tracks().coded("jpn", "aac", 1).coded("jpn", "aac", 2), stereo))
                .isEqualTo("switch to 2");
    }

    @ParameterizedTest
    @CsvSource({"truehd, dts", "truehd, wmapro", "mlp, eac3", "wmapro, dts", "dts, ac3", "ac3, aac"})
    void most_compatible_takes_what_more_players_decode(String worse, String better) {
        Tracks audio = tracks().coded("jpn", worse, 6, DEFAULT).coded("jpn", better, 6);
        assertThat(choice(audio, wants("jpn").withRanking(Ranking.MOST_COMPATIBLE)))
                .isEqualTo("switch to 2");
    }
}
