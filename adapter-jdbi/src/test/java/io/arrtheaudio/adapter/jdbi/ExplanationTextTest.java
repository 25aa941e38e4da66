package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import io.arrtheaudio.kit.SampleJobs;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTextTest {

    private static final Explanation FULL = SampleJobs.changed().explanation();

    /** As the first version that kept explanations wrote them; it must be readable for ever. */
    private static final String OF_THE_FIRST_VERSION = """
            {"summary":"jpn is wanted","original":{"language":"jpn","source":"told by Sonarr","confidence":"low"},
            "wanted":[{"language":"jpn","because":"original language, told by Sonarr"}],
            "tracks":[{"position":1,"language":"por-Latn-BR","title":"","codec":"aac","channels":0,"flags":[],
            "role":"commentary","chosen":false,"because":"a commentary"},
            {"position":2,"language":"jpn","title":"日本語 \\"5.1\\"\\n","codec":"eac3","channels":6,
            "flags":["default","original"],"role":"main","chosen":true,"because":"chosen"}],"warnings":["a warning",""]}""";

    @Test
    void everything_comes_back() {
        assertThat(ExplanationText.read(ExplanationText.of(FULL))).isEqualTo(FULL);
        assertThat(ExplanationText.of(FULL)).isEqualTo(OF_THE_FIRST_VERSION.replace("\n", ""));
    }

    @Test
    void what_the_first_version_wrote_is_read() {
        assertThat(ExplanationText.read(OF_THE_FIRST_VERSION)).isEqualTo(FULL);
    }

    @Test
    void every_flag_role_and_kind_of_language_comes_back() {
        for (TrackRole role : TrackRole.values()) {
            for (String tag : List.of("und", "zxx", "qaa", "zh-Hant-TW", "es-419", "sr-Cyrl")) {
                AudioTrack track = new AudioTrack(
                        3, Language.fromTag(tag).orElseThrow(), "t", "dts", 8, EnumSet.allOf(TrackFlag.class));
                Explanation one = new Explanation(
                        "s",
                        OriginalLanguage.UNKNOWN,
                        List.of(),
                        List.of(new TrackNote(track, role, false, "b")),
                        List.of());

                assertThat(ExplanationText.read(ExplanationText.of(one))).isEqualTo(one);
            }
        }
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(ExplanationText.of(Explanation.NONE)).isEmpty();
        assertThat(ExplanationText.read("")).isEqualTo(Explanation.NONE);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        Explanation read = ExplanationText.read("""
                {"version":9,"summary":"s","mood":{"good":[1,2]},
                 "tracks":[{"position":1,"language":"eng","flags":["default","spatial"],"role":"sung","chosen":true}]}""");

        AudioTrack track = new AudioTrack(1, new Language("eng", "", ""), "", "", 0, Set.of(TrackFlag.DEFAULT));
        assertThat(read)
                .isEqualTo(new Explanation(
                        "s",
                        OriginalLanguage.UNKNOWN,
                        List.of(),
                        List.of(new TrackNote(track, TrackRole.MAIN, true, "")),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "no JSON", "{\"tracks\":[{\"position\":0}]}", "\0", "{\"summary\":\"cut"})
    void what_cannot_be_read_is_none(String text) {
        assertThat(ExplanationText.read(text)).isEqualTo(Explanation.NONE);
    }
}
