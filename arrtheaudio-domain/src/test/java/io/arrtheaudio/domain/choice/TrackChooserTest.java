package io.arrtheaudio.domain.choice;

import static io.arrtheaudio.domain.choice.Wishes.choice;
import static io.arrtheaudio.domain.choice.Wishes.choose;
import static io.arrtheaudio.domain.choice.Wishes.language;
import static io.arrtheaudio.domain.choice.Wishes.original;
import static io.arrtheaudio.domain.choice.Wishes.wants;
import static io.arrtheaudio.domain.media.TrackFlag.COMMENTARY;
import static io.arrtheaudio.domain.media.TrackFlag.DEFAULT;
import static io.arrtheaudio.domain.media.TrackFlag.DISABLED;
import static io.arrtheaudio.domain.media.TrackFlag.TEXT_DESCRIPTIONS;
import static io.arrtheaudio.domain.media.TrackFlag.UNGROUPED;
import static io.arrtheaudio.domain.media.TrackFlag.VISUAL_IMPAIRED;
import static io.arrtheaudio.domain.media.Tracks.tracks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Tracks;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackChooserTest {

    @Nested
    class Rule_1_candidates {

        @ParameterizedTest
        @ValueSource(strings = {"eng", "deu", "und"})
        void a_single_track_is_kept_whatever_it_is(String language) {
            assertThat(choice(tracks().add(language), wants("jpn"))).isEqualTo("keep 1");
            assertThat(choice(tracks().add(language, DEFAULT), wants("jpn"))).isEqualTo("keep 1");
        }

        @Test
        void a_single_commentary_is_kept() {
            assertThat(choice(tracks().add("eng", COMMENTARY), wants("eng"))).isEqualTo("keep 1");
        }

        @Test
        void a_disabled_track_is_no_candidate() {
            Tracks audio = tracks().add("jpn", DISABLED).add("eng", DEFAULT).add("deu");
            assertThat(choice(audio, wants("jpn", "eng"))).isEqualTo("keep 2");
            assertThat(choice(audio, wants("jpn"))).isEqualTo("no match");
        }

        @Test
        void a_disabled_track_may_be_considered() {
            Tracks audio = tracks().add("jpn", DISABLED).add("eng", DEFAULT).add("deu");
            assertThat(choice(audio, wants("jpn").withDisabled(DisabledTracks.CONSIDER)))
                    .isEqualTo("switch to 1");
        }

        @Test
        void the_only_track_that_is_not_disabled_is_kept() {
            assertThat(choice(tracks().add("jpn", DISABLED).add("eng"), wants("jpn")))
                    .isEqualTo("keep 2");
        }

        @Test
        void disabled_tracks_are_named_in_a_warning() {
            Tracks audio = tracks().add("jpn", DISABLED).add("eng", DEFAULT).add("deu", DISABLED);
            assertThat(choose(audio, wants("jpn")).explanation().warnings())
                    .singleElement()
                    .asString()
                    .startsWith("audio 1, 3 disabled in the file")
                    .endsWith("disabled_tracks: ignore");
        }

        @Test
        void no_tracks_and_only_disabled_tracks_match_nothing() {
            Choice none = choose(tracks(), wants("jpn"));
            assertThat(none).isInstanceOf(Choice.NoMatch.class);
            assertThat(none.explanation().summary()).isEqualTo("there is no audio track");
            Choice disabled = choose(tracks().add("jpn", DISABLED).add("jpn", DISABLED), wants("jpn"));
            assertThat(disabled).isInstanceOf(Choice.NoMatch.class);
            assertThat(disabled.explanation().summary()).isEqualTo("every audio track is disabled");
        }
    }

    @Nested
    class Rule_2_wanted_languages {

        private final Tracks audio =
                tracks().add("deu", DEFAULT).add("eng").add("jpn").add("kor");

        @Test
        void the_original_language_goes_before_the_list() {
            assertThat(choice(audio, wants("eng", "deu"), original("jpn"))).isEqualTo("switch to 3");
        }

        @Test
        void the_list_goes_on_where_the_original_language_is_missing() {
            assertThat(choice(audio, wants("eng", "deu"), original("fra"))).isEqualTo("switch to 2");
        }

        @Test
        void an_unknown_original_language_leaves_it_to_the_list() {
            assertThat(choice(audio, wants("eng"), OriginalLanguage.UNKNOWN)).isEqualTo("switch to 2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"xx", "zxx", "und", "mul", "mis"})
        void a_film_without_a_language_leaves_it_to_the_list(String none) {
            assertThat(choice(audio, wants("eng"), original(none))).isEqualTo("switch to 2");
        }

        @Test
        void the_policy_may_ignore_the_original_language() {
            assertThat(choice(audio, wants("eng").withOriginal(OriginalUse.IGNORE), original("jpn")))
                    .isEqualTo("switch to 2");
        }

        @Test
        void a_language_is_looked_for_once() {
            List<WantedLanguage> wanted = TrackChooser.wanted(wants("eng", "jpn", "eng", "deu"), original("jpn"));
            assertThat(wanted).extracting(want -> want.language().toString()).containsExactly("jpn", "eng", "deu");
        }

        @Test
        void who_wants_a_language_is_told() {
            TrackPolicy policy = wants("eng").withRule("/media/anime/**");
            assertThat(TrackChooser.wanted(policy, original("jpn")))
                    .extracting(WantedLanguage::because)
                    .containsExactly("original language: asked for", "your list for /media/anime/**");
        }

        @Test
        void a_source_that_is_not_certain_is_told_so() {
            OriginalLanguage guess =
                    new OriginalLanguage(Wishes.language("jpn"), "Sonarr", OriginalLanguage.Confidence.LOW);
            assertThat(TrackChooser.wanted(wants("eng"), guess).get(0).because())
                    .isEqualTo("original language: Sonarr; not certain");
        }

        @Test
        void the_path_rule_is_named_in_the_explanation() {
            Choice choice = choose(audio, wants("kor").withRule("/media/anime/**"));
            assertThat(choice.explanation().summary())
                    .isEqualTo("audio 4 should be the default: Korean is wanted (your list for /media/anime/**)");
        }

        @Test
        void the_global_list_is_named_without_a_rule() {
            assertThat(choose(audio, wants("deu")).explanation().summary())
                    .isEqualTo("audio 1 is already the default: German is wanted (your list)");
        }

        @Test
        void an_empty_list_matches_nothing() {
            Choice choice = choose(audio, wants());
            assertThat(choice).isInstanceOf(Choice.NoMatch.class);
            assertThat(choice.explanation().summary()).isEqualTo("no language is wanted");
        }

        @Test
        void an_original_language_without_a_region_is_looked_for_in_the_listed_variant() {
            Tracks portuguese = tracks().add("pt-PT", DEFAULT).add("pt-BR").add("eng");
            assertThat(choice(portuguese, wants("eng", "pt-BR"), original("por")))
                    .isEqualTo("switch to 2");
            assertThat(choice(portuguese, wants("eng", "por"), original("por"))).isEqualTo("keep 1");
            assertThat(choice(portuguese, wants("eng", "pt-BR"), original("pt-PT")))
                    .isEqualTo("keep 1");
        }
    }

    @Nested
    class Rule_3_matching_and_ranking {

        @ParameterizedTest
        @CsvSource({
            "fre, fra",
            "fra, fre",
            "fr, fre",
            "ja, jpn",
            "JPN, jpn",
            "Japanese, jpn",
            "ger, deu",
            "German, ger",
            "pt-BR, por",
            "por, pt-BR",
            "Portuguese (Brazil), pt-BR",
            "Chinese, chi",
            "cn, zho",
            "zho, cmn",
            "nor, nob",
            "Norwegian, nno",
            "Persian, per",
            "Flemish, dut",
            "iw, heb",
            "Tagalog, fil"
        })
        void wanted_and_tagged_may_be_written_differently(String wanted, String tagged) {
            Tracks audio = tracks().add("eng", DEFAULT).add(tagged);
            assertThat(choice(audio, wants(wanted))).isEqualTo("switch to 2");
        }

        @Test
        void a_french_track_is_not_taken_from_somebody_who_lists_the_other_french_code() {
            Tracks audio = tracks().add("eng").add("fra", DEFAULT).add("deu");
            assertThat(choice(audio, wants("fre", "eng"))).isEqualTo("keep 2");
        }

        @Test
        void languages_are_tried_in_order() {
            Tracks audio = tracks().add("eng", DEFAULT).add("deu").add("fra");
            assertThat(choice(audio, wants("jpn", "fra", "deu"))).isEqualTo("switch to 3");
        }

        @Test
        void the_exact_variant_goes_before_the_same_base_and_the_ranking() {
            Tracks audio = tracks().add("pt-PT", DEFAULT).add("por").add("pt-BR");
            assertThat(choice(audio, wants("pt-BR"))).isEqualTo("switch to 3");
            assertThat(choice(audio, wants("por"))).isEqualTo("switch to 2");
        }

        @Test
        void the_same_base_goes_before_the_macrolanguage() {
            Tracks audio = tracks().add("yue", DEFAULT).add("zh-Hant").add("cmn");
            assertThat(choice(audio, wants("zho"))).isEqualTo("switch to 2");
            assertThat(choice(audio, wants("cmn"))).isEqualTo("switch to 3");
        }

        @Test
        void serbian_is_not_taken_for_croatian() {
            Tracks audio = tracks().add("eng", DEFAULT).add("srp");
            assertThat(choice(audio, wants("hrv", "eng"))).isEqualTo("keep 1");
            assertThat(choice(audio, wants("sh", "eng"))).isEqualTo("switch to 2");
        }
    }

    @Nested
    class Rule_4_roles {

        @Test
        void a_commentary_that_comes_first_is_not_taken() {
            Tracks audio = tracks().titled("eng", "Director's Commentary", COMMENTARY)
                    .add("jpn", DEFAULT)
                    .add("eng");
            assertThat(choice(audio, wants("eng"))).isEqualTo("switch to 3");
        }

        @Test
        void a_commentary_is_known_by_its_title_alone() {
            Tracks audio =
                    tracks().titled("eng", "Comentary").add("jpn", DEFAULT).add("eng");
            assertThat(choice(audio, wants("eng"))).isEqualTo("switch to 3");
        }

        @Test
        void a_description_is_not_taken() {
            Tracks audio = tracks().add("eng", VISUAL_IMPAIRED)
                    .add("eng", TEXT_DESCRIPTIONS)
                    .titled("eng", "English AD", DEFAULT)
                    .add("eng");
            assertThat(choice(audio, wants("eng"))).isEqualTo("switch to 4");
        }

        @Test
        void a_commentary_in_a_wanted_language_gives_way_to_the_next_language() {
            Tracks audio = tracks().add("jpn", COMMENTARY, DEFAULT).add("eng");
            assertThat(choice(audio, wants("jpn", "eng"))).isEqualTo("switch to 2");
        }

        @Test
        void nothing_is_changed_if_only_a_commentary_matches() {
            Choice choice = choose(tracks().add("jpn", COMMENTARY).add("eng", DEFAULT), wants("jpn", "kor"));
            assertThat(choice).isInstanceOf(Choice.NoMatch.class);
            assertThat(choice.explanation().summary()).isEqualTo("no main audio track in Japanese, Korean");
        }

        @Test
        void a_commentary_does_not_become_the_choice_by_being_default() {
            Tracks audio = tracks().add("eng").add("eng", DEFAULT, COMMENTARY);
            assertThat(choice(audio, wants("eng"))).isEqualTo("switch to 1");
        }
    }

    @Nested
    class Rule_5_untagged_tracks {

        private final Tracks audio = tracks().add("und", DEFAULT).add("eng");

        @Test
        void a_track_without_a_language_is_left_alone() {
            assertThat(choice(audio, wants("jpn"))).isEqualTo("no match");
            assertThat(choice(audio, wants("jpn", "eng"))).isEqualTo("switch to 2");
        }

        @Test
        void a_track_without_a_language_may_be_read_as_one() {
            assertThat(choice(audio, wants("jpn", "eng").withUntagged(language("jpn"))))
                    .isEqualTo("keep 1");
            assertThat(choice(audio, wants("eng").withUntagged(language("eng"))))
                    .isEqualTo("keep 1");
        }

        @Test
        void a_script_alone_is_no_language_either() {
            Tracks written = tracks().add("und-Latn", DEFAULT).add("deu");
            assertThat(choice(written, wants("eng").withUntagged(language("eng"))))
                    .isEqualTo("keep 1");
        }

        @Test
        void its_language_stays_untold_in_the_explanation() {
            Choice choice = choose(audio, wants("jpn").withUntagged(language("jpn")));
            assertThat(choice.explanation().tracks().get(0).track().language()).isEqualTo(Language.UNDETERMINED);
        }

        @Test
        void a_track_that_says_it_has_no_words_is_not_untagged() {
            Tracks silent = tracks().add("zxx", DEFAULT).add("eng");
            assertThat(choice(silent, wants("jpn").withUntagged(language("jpn"))))
                    .isEqualTo("no match");
        }
    }

    @Nested
    class Rule_6_keep_or_switch {

        @Test
        void two_defaults_are_one_too_many() {
            Tracks audio = tracks().add("eng", DEFAULT).add("jpn", DEFAULT);
            assertThat(choice(audio, wants("jpn"))).isEqualTo("switch to 2");
            assertThat(choice(audio, wants("eng"))).isEqualTo("switch to 1");
        }

        @Test
        void no_default_at_all_is_one_too_few() {
            assertThat(choice(tracks().add("eng").add("jpn"), wants("eng"))).isEqualTo("switch to 1");
        }

        @Test
        void a_disabled_default_counts_as_a_default() {
            Tracks audio = tracks().add("eng", DEFAULT).add("jpn", DEFAULT).add("jpn", DEFAULT, DISABLED);
            assertThat(choice(audio, wants("jpn"))).isEqualTo("switch to 2");
            Tracks otherwiseRight = tracks().add("eng").add("jpn", DEFAULT).add("jpn", DEFAULT, DISABLED);
            assertThat(choice(otherwiseRight, wants("jpn"))).isEqualTo("switch to 2");
        }

        @Test
        void a_right_default_is_kept() {
            assertThat(choice(tracks().add("eng").add("jpn", DEFAULT), wants("jpn", "eng")))
                    .isEqualTo("keep 2");
        }

        @Test
        void ungrouped_tracks_are_named_in_a_warning() {
            Tracks audio = tracks().add("eng", DEFAULT, UNGROUPED).add("jpn", UNGROUPED);
            assertThat(choose(audio, wants("jpn")).explanation().warnings())
                    .singleElement()
                    .asString()
                    .contains("alternate_group 0")
                    .endsWith("mp4_ungrouped: switch");
            assertThat(choose(audio, wants("jpn").withUngrouped(UngroupedTracks.SKIP))
                            .explanation()
                            .warnings())
                    .singleElement()
                    .asString()
                    .endsWith("mp4_ungrouped: skip");
            assertThat(choose(tracks().add("eng", UNGROUPED), wants("jpn"))
                            .explanation()
                            .warnings())
                    .isEmpty();
        }
    }

    @Test
    void each_case_of_a_choice_folds_into_its_own_function() {
        assertThat(choice(tracks().add("eng").add("jpn"), wants("jpn"))).isEqualTo("switch to 2");
        assertThat(choice(tracks().add("jpn"), wants("jpn"))).isEqualTo("keep 1");
        assertThat(choice(tracks(), wants("jpn"))).isEqualTo("no match");
    }

    @Test
    void tracks_from_anywhere_must_be_numbered_like_those_of_a_file() {
        AudioTrack second = new AudioTrack(2, language("eng"), "", "", 2, Set.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrackChooser.choose(List.of(second), wants("eng"), OriginalLanguage.UNKNOWN))
                .withMessageContaining("audio track 1 of the list has position 2");
    }
}
