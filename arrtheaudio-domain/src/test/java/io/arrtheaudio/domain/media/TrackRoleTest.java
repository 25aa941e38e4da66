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
                "Commentary",
                "commentary",
                "COMMENTARY",
                "Director's Commentary",
                "Director’s Commentary",
                "Directors Commentary",
                "Director_Commentary",
                "Audio Commentary with the Cast & Crew",
                "AudioCommentary 2",
                "Commentary: Guillermo and friends (AC3 2.0)",
                "Cast commentaries",
                "English (Commentary)",
                "[Commentary] English",
                "Commentary#1",
                "Commentary1",
                "Comentary",
                "Director comentary",
                "Commentry by the writer",
                "Commentery",
                "Commantary",
                "Commetary",
                "Director's Comments",
                "Audio comment track",
                "Commentator track",
                "RiffTrax",
                "Dr. No (1962) commentary",
                "Dr. No Commentary",
                "Commentary with director and AD",
                "Stereo Commentary 192 kbps"
            })
    void an_english_commentary_is_known_by_its_title(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // German
                "Audiokommentar",
                "Audiokommentar des Regisseurs",
                "Kommentar des Regisseurs",
                "Regiekommentar",
                "Filmkommentar (Deutsch)",
                "Kommentarspur",
                "kommentiert von den Machern",
                // French
                "Commentaire",
                "Commentaires du réalisateur",
                "Commentaire audio",
                "VO commentée",
                // Spanish
                "Comentario",
                "Comentarios del director",
                "Audiocomentario",
                "Pista comentada",
                // Italian
                "Commento del regista",
                "Commenti audio",
                "Commentario",
                // Portuguese
                "Comentário",
                "Comentários do diretor",
                "Comentarios em audio",
                "Faixa comentada",
                // Dutch
                "Commentaar van de regisseur",
                "Audiocommentaar",
                // Polish, Czech, Slovak, Croatian, Romanian, Hungarian
                "Komentarz reżysera",
                "Komentář režiséra",
                "Audiokomentár",
                "Komentar redatelja",
                "Comentariul regizorului",
                "Rendezői kommentár",
                // Swedish, Norwegian, Danish, Finnish
                "Kommentarspår",
                "Regissörens kommentarer",
                "Kommentarspor",
                "Instruktørkommentar",
                "Ohjaajan kommenttiraita",
                // Turkish, Vietnamese
                "Yönetmen yorumu",
                "Bình luận của đạo diễn"
            })
    void a_commentary_is_known_in_latin_letters(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Russian, Ukrainian, Bulgarian
                "Комментарий",
                "Комментарии режиссёра",
                "Аудиокомментарий",
                "Аудио комментарии создателей",
                "с комментариями",
                "Коментар режисера",
                "Аудіокоментар",
                // Japanese
                "コメンタリー",
                "オーディオコメンタリー",
                "ｵｰﾃﾞｨｵｺﾒﾝﾀﾘｰ",
                "監督コメンタリー",
                "キャストコメンタリ",
                "解説",
                "解説付き",
                // Chinese
                "导演评论",
                "評論音軌",
                "导评音轨",
                "講評",
                "解说",
                // Korean
                "코멘터리",
                "감독 코멘터리",
                "커멘터리",
                "해설",
                // Greek, Hebrew, Arabic
                "Σχόλια σκηνοθέτη",
                "ΣΧΟΛΙΑ",
                "פרשנות הבמאי",
                "تعليق المخرج",
                "التعليق الصوتي"
            })
    void a_commentary_is_known_in_other_scripts(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.COMMENTARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Audio Description",
                "Audio Descriptive",
                "audio-description",
                "Audio_Description",
                "AudioDescription",
                "Audio Desc.",
                "audio desc",
                "Audio Described",
                "English [Described]",
                "Descriptive",
                "Descriptive Audio",
                "Descriptive Video Service",
                "English Descriptive 2.0",
                "English - Descriptions",
                "Described Video",
                "Video description",
                "Audio discription",
                "Audio Decription",
                "Visually Impaired",
                "English (visual impaired)",
                "For the blind",
                "Descriptive Commentary",
                "Director's commentary (Audio Description)"
            })
    void an_english_audio_description_is_known_by_its_title(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.DESCRIPTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // German
                "Audiodeskription",
                "Deutsch (Audiodeskription)",
                "Audio-Deskription",
                "Hörfilm",
                "Hoerfilmfassung",
                "HÖRFILM",
                "Bildbeschreibung",
                "Für Blinde und Sehbehinderte",
                "Deutsch für Sehgeschädigte",
                // French
                "Audiodescription",
                "Français (audio-description)",
                "Audio décrite en description",
                "Version pour malvoyants",
                "Mal-voyants",
                "VF audiodescrite",
                // Spanish, Catalan
                "Audiodescripción",
                "Audio descripcion",
                "Español audiodescrito",
                "Descripción de audio",
                "Audiodescripció",
                // Italian
                "Audiodescrizione",
                "Audio descritto",
                "Per non vedenti",
                "Ipovedenti",
                // Portuguese
                "Audiodescrição",
                "AUDIODESCRIÇÃO",
                "Áudio-descrição",
                "Descrição de áudio",
                // Dutch, Polish, Swedish, Norwegian, Danish, Finnish
                "Audiobeschrijving",
                "Voor blinden en slechtzienden",
                "Audiodeskrypcja",
                "Dla niewidomych",
                "Syntolkning",
                "Svenska (syntolkat)",
                "Synstolking",
                "Ljudbeskrivning",
                "Lydbeskrivelse",
                "Kuvailutulkkaus",
                // Czech, Hungarian, Romanian, Turkish
                "Audiopopis",
                "Popis pro nevidomé",
                "Audionarráció",
                "Descriere audio",
                "Sesli Betimleme"
            })
    void an_audio_description_is_known_in_latin_letters(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.DESCRIPTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Russian, Ukrainian: described, not commented
                "Тифлокомментарий",
                "Тифлокомментарии",
                "Тифло-комментарий",
                "ТИФЛО",
                "Русский (тифлоперевод)",
                "Аудиодескрипция",
                "Аудиоописание",
                "Аудио описание",
                "Для слабовидящих",
                "Тифлокоментар",
                "Аудіодескрипція",
                "Аудіоопис",
                // Japanese
                "音声解説",
                "日本語（音声解説）",
                "音声ガイド",
                "音声ガイド付き",
                "解説放送",
                "解説音声",
                "オーディオディスクリプション",
                "視覚障害者用",
                "バリアフリー音声",
                // Chinese
                "口述影像",
                "国语 无障碍解说",
                "無障礙版本",
                // Korean
                "화면해설",
                "한국어 화면 해설",
                "음성해설",
                "음성 설명",
                "시각장애인용",
                // Greek, Hebrew, Arabic
                "Ακουστική περιγραφή",
                "תיאור קולי",
                "وصف صوتي",
                "الوصف الصوتي"
            })
    void an_audio_description_is_known_in_other_scripts(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.DESCRIPTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD",
                "[AD]",
                "(AD)",
                "English AD",
                "English (AD)",
                "English [AD] 5.1",
                "AD 2.0",
                "AD5.1",
                "AD - English",
                "Deutsch_AD",
                "Deutsch.AD.AC3",
                "VFF AD",
                "Italiano AD",
                "Castellano - AD",
                "Dolby AD",
                "ＡＤ",
                "日本語AD版 [AD]",
                "DVS",
                "English DVS",
                "ad",
                "Ad",
                "english ad",
                "eng [ad]",
                "English (ad)",
                "English (ad) 2.0",
                "english ad 2.0",
                "english ad 5.1 (aac)",
                "English (dvs) stereo",
                "AD (no commentary)"
            })
    void the_abbreviations_of_audio_description_count(String title) {
        assertThat(roleOf(title)).isEqualTo(TrackRole.DESCRIPTIVE);
    }

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
