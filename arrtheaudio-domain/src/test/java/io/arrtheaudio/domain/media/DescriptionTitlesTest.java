package io.arrtheaudio.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTitlesTest {

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

    private static TrackRole roleOf(String title) {
        return TrackRole.of(Set.of(), title);
    }
}
