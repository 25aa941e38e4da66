package io.arrtheaudio.domain.choice;

import static io.arrtheaudio.domain.choice.Wishes.original;
import static io.arrtheaudio.domain.choice.Wishes.wants;
import static io.arrtheaudio.domain.media.TrackFlag.COMMENTARY;
import static io.arrtheaudio.domain.media.TrackFlag.DEFAULT;
import static io.arrtheaudio.domain.media.TrackFlag.DISABLED;
import static io.arrtheaudio.domain.media.Tracks.tracks;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.Tracks;
import org.junit.jupiter.api.Test;

/** When the language a title was made in matters, and what is told where nobody knows it. */
class OriginalMattersTest {

    private final Tracks twoLanguages = tracks().add("eng", DEFAULT).add("jpn");

    @Test
    void it_matters_where_main_tracks_are_in_two_languages() {
        assertThat(isNeeded(twoLanguages, wants("eng"))).isTrue();
        assertThat(isNeeded(twoLanguages, wants())).isTrue();
    }

    @Test
    void it_does_not_matter_to_who_ignores_it() {
        assertThat(isNeeded(twoLanguages, wants("eng").withOriginal(OriginalUse.IGNORE)))
                .isFalse();
    }

    @Test
    void it_does_not_matter_where_one_track_may_play() {
        assertThat(isNeeded(tracks(), wants("eng"))).isFalse();
        assertThat(isNeeded(tracks().add("jpn"), wants("eng"))).isFalse();
        assertThat(isNeeded(tracks().add("jpn").add("eng", DISABLED), wants("deu")))
                .isFalse();
    }

    @Test
    void in_a_single_language_it_matters_only_where_the_list_does_not_have_it() {
        Tracks japanese = tracks().add("jpn", DEFAULT).add("jpn").add("jpn", COMMENTARY);
        assertThat(isNeeded(japanese, wants("jpn"))).isFalse();
        assertThat(isNeeded(japanese, wants("eng"))).isTrue();
    }

    @Test
    void commentaries_and_tracks_without_a_language_count_for_nothing() {
        assertThat(isNeeded(tracks().add("eng", DEFAULT).add("jpn", COMMENTARY), wants("eng")))
                .isFalse();
        assertThat(isNeeded(tracks().add("eng", DEFAULT).add("und"), wants("eng")))
                .isFalse();
        assertThat(isNeeded(tracks().add("und").add("jpn", COMMENTARY), wants("eng")))
                .isFalse();
    }

    @Test
    void a_language_is_known_unless_it_names_none() {
        assertThat(original("jpn").isKnown()).isTrue();
        assertThat(original("zxx").isKnown()).isFalse();
    }

    @Test
    void where_nobody_knows_the_reason_is_told() {
        OriginalLanguage unknown = OriginalLanguage.unknown("the server is asleep");
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.source()).isEqualTo("the server is asleep");
    }

    private static boolean isNeeded(Tracks audio, TrackPolicy policy) {
        return TrackChooser.needsOriginal(audio.file(), policy);
    }
}
