package io.arrtheaudio.domain.arr;

import static io.arrtheaudio.domain.arr.ArrApp.RADARR;
import static io.arrtheaudio.domain.arr.ArrApp.SONARR;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrAppTest {

    @ParameterizedTest
    @CsvSource({
        "Japanese, jpn, HIGH",
        "korean, kor, HIGH",
        "Flemish, nld, HIGH",
        "Chinese, zho, HIGH",
        "English, eng, LOW",
        "ENGLISH, eng, LOW"
    })
    void a_name_is_trusted_unless_it_is_english(String name, String code, Confidence confidence) {
        OriginalLanguage told = SONARR.languageNamed(name);

        assertThat(told.language().code()).isEqualTo(code);
        assertThat(told.confidence()).isEqualTo(confidence);
        assertThat(told.source()).isEqualTo("told by Sonarr");
    }

    @ParameterizedTest
    @CsvSource({"jpn, jpn, HIGH", "deu, deu, HIGH", "eng, eng, LOW", "en, eng, LOW"})
    void a_code_is_trusted_unless_it_is_english(String tag, String code, Confidence confidence) {
        OriginalLanguage told = RADARR.languageCoded(tag);

        assertThat(told.language().code()).isEqualTo(code);
        assertThat(told.confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unknown", "Any", "Original", "Klingonese"})
    void a_name_of_no_language_tells_nothing(String name) {
        assertThat(SONARR.languageNamed(name)).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zxx", "not a code"})
    void a_code_of_no_language_tells_nothing(String code) {
        assertThat(RADARR.languageCoded(code)).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    @Test
    void a_title_holds_what_makes_sense() {
        assertThat(SONARR.title("Lantern Harbor", 2023, 234567, 987654, "tt98765432"))
                .isEqualTo(new TitleHint(
                        TitleKind.SERIES, "Lantern Harbor", 2023, new TitleIds(234567, 987654, "tt98765432")));
        assertThat(RADARR.title("Test Title", 0, 0, 0, "5678"))
                .isEqualTo(new TitleHint(TitleKind.MOVIE, "Test Title", 0, TitleIds.NONE));
        assertThat(RADARR.title("", 99999, -1, Long.MAX_VALUE, "'; DROP TABLE jobs;--"))
                .isEqualTo(new TitleHint(TitleKind.MOVIE, "", 0, TitleIds.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "Castle (2009), 2009, Castle",
        "' Castle (2009) ', 2009, Castle",
        "Castle (2010), 2009, Castle (2010)",
        "Castle (US), 2009, Castle (US)",
        "1917, 1917, 1917"
    })
    void the_year_behind_a_name_is_no_part_of_it(String told, int year, String name) {
        assertThat(SONARR.title(told, year, 0, 0, "").name()).isEqualTo(name);
    }
}
