package io.arrtheaudio.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackRoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Commentary-free",
                "Commentary free",
                "commentary-less",
                "No commentary",
                "no audio commentary",
                "No director's commentary",
                "Without commentary",
                "English w/o commentary",
                "Non-commentary",
                "Ohne Kommentar",
                "ohne Audiokommentar",
                "ohne Regiekommentar",
                "kommentarlos",
                "Kommentarfrei",
                "Unkommentiert",
                "Sans commentaire",
                "sans commentaires",
                "Sin comentarios",
                "Senza commento",
                "Sem comentários",
                "Zonder commentaar",
                "Utan kommentarer",
                "Bez komentarza",
                "Без комментариев",
                "コメンタリーなし",
                "解説無し",
                "No audio description",
                "Without audio description",
                "ohne Audiodeskription",
                "Sin audiodescripción",
                "non-descriptive",
                "No AD",
                "Without AD",
                "ohne AD",
                "no ad",
                "AD-free",
                "ad-free",
                "Ad Free"
            })
    void a_title_that_denies_it_is_no_commentary_and_no_description(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Stereo",
                "Surround 5.1",
                "English",
                "English DTS-HD MA 7.1",
                "日本語",
                "Русский (дубляж)",
                "Français VFF",
                "Español (Latino)",
                "Director's Cut",
                "导演剪辑版",
                "Madrid",
                "Bagdad Café",
                "HEAD",
                "ADR mix",
                "LOAD 5.1",
                "Ad Astra",
                "AD ASTRA 2019 1080p",
                "Ad.Astra.2019.DTS",
                "ad hoc mix",
                "Ad lib",
                "Dolby Digital",
                "Dolby Atmos",
                "Audio Disc 1",
                "The.Blind.Side.2009.DTS",
                "Blinded by the Light",
                "Documentary",
                "Planetary 5.1",
                "Comment c'est loin",
                "Comédie",
                "Commander",
                "Hearing impaired",
                "SoundHandler",
                "Apple Sound Media Handler",
                "#Mainconcept MP4 Sound Media Handler",
                "GPAC ISO Audio Handler",
                "副音声",
                "Lektor",
                "Дублированный",
                "thuyết minh",
                "!!!???"
            })
    void any_other_title_is_the_main_sound(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Audiodescripción", "Hörfilm", "Comentário", "Komentář", "Комментарий", "コメンタリー", "감독 코멘터리"})
    void composed_and_decomposed_letters_and_any_case_are_the_same(String title) {
        TrackRole role = roleOf(title);
        assertThat(role).isNotEqualTo(TrackRole.MAIN);
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String other = Normalizer.normalize(title, form);
            assertThat(roleOf(other)).as("%s of %s", form, title).isEqualTo(role);
            assertThat(roleOf(other.toUpperCase(Locale.ROOT))).isEqualTo(role);
            assertThat(roleOf(other.toLowerCase(Locale.ROOT))).isEqualTo(role);
        }
    }

    @Test
    void the_letter_case_of_turkish_users_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(roleOf("AUDIO DESCRIPTION")).isEqualTo(TrackRole.DESCRIPTIVE);
            assertThat(roleOf("COMMENTARIES")).isEqualTo(TrackRole.COMMENTARY);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commentary ", "audio ", "no ", "ad ", "a", "(", "解", "no comm ", "\u0301"})
    void a_title_of_any_length_is_read_at_once(String piece) {
        long before = System.nanoTime();
        roleOf(piece.repeat(100_000));
        assertThat(System.nanoTime() - before).as("nanoseconds").isLessThan(2_000_000_000L);
    }

    @Test
    void flags_go_before_titles() {
        assertThat(TrackRole.of(Set.of(TrackFlag.COMMENTARY), "Audio Description"))
                .isEqualTo(TrackRole.COMMENTARY);
        assertThat(TrackRole.of(Set.of(TrackFlag.VISUAL_IMPAIRED), "Commentary"))
                .isEqualTo(TrackRole.DESCRIPTIVE);
        assertThat(TrackRole.of(Set.of(TrackFlag.TEXT_DESCRIPTIONS), "")).isEqualTo(TrackRole.DESCRIPTIVE);
        assertThat(TrackRole.of(Set.of(TrackFlag.COMMENTARY, TrackFlag.VISUAL_IMPAIRED), "English"))
                .isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @EnumSource(
            value = TrackFlag.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMENTARY", "VISUAL_IMPAIRED", "TEXT_DESCRIPTIONS"})
    void other_flags_say_nothing_about_the_role(TrackFlag flag) {
        assertThat(TrackRole.of(EnumSet.of(flag), "English")).isEqualTo(TrackRole.MAIN);
        assertThat(TrackRole.of(EnumSet.of(flag), "Commentary")).isEqualTo(TrackRole.COMMENTARY);
    }

    private static TrackRole roleOf(String title) {
        return TrackRole.of(Set.of(), title);
    }
}
