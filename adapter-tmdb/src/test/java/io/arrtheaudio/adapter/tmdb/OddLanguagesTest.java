package io.arrtheaudio.adapter.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TMDB writes in {@code original_language}, and what is made of it. */
class OddLanguagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "cn, yue",
        "zh, zho",
        "sh, hbs",
        "mo, ron",
        "ro, ron",
        "no, nor",
        "nb, nob",
        "nn, nno",
        "tl, tgl",
        "ja, jpn",
        "de, deu",
        "pt, por",
        "fil, fil"
    })
    void codes_are_read(String code, String language) throws JsonProcessingException {
        OriginalLanguage found = of("{'original_language': '" + code + "'}");

        assertThat(found.language().code()).isEqualTo(language);
        assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(found.source()).isEqualTo("TMDB, film 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'original_language': 'xx'}",
                "{'original_language': ''}",
                "{'original_language': null}",
                "{'original_language': 'q1'}",
                "{'original_language': ['en']}",
                "{}"
            })
    void a_title_without_a_language_decides_nothing(String page) throws JsonProcessingException {
        OriginalLanguage found = of(page);

        assertThat(found.isKnown()).isFalse();
        assertThat(found.source()).isEqualTo("TMDB, film 7, no language named there");
    }

    @Test
    void a_language_that_is_not_among_the_spoken_ones_is_doubtful() throws JsonProcessingException {
        OriginalLanguage found = of("{'original_language': 'en', 'spoken_languages': [{'iso_639_1': 'fr'}]}");

        assertThat(found.language().code()).isEqualTo("eng");
        assertThat(found.confidence()).isEqualTo(Confidence.LOW);
        assertThat(found.source()).isEqualTo("TMDB, film 7, not among its spoken languages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "[{'iso_639_1': 'xx'}]",
                "[{'iso_639_1': null}, {}]",
                "[{'iso_639_1': 'fr'}, {'iso_639_1': 'cn'}]",
                "[{'iso_639_1': 'zh'}]"
            })
    void cantonese_is_spoken_where_nothing_else_is_told_and_where_it_or_chinese_is(String spoken)
            throws JsonProcessingException {
        OriginalLanguage found = of("{'original_language': 'cn', 'spoken_languages': " + spoken + "}");

        assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
    }

    static List<JsonNode> listedByTmdb() throws JsonProcessingException {
        JsonNode all = JSON.readTree(TmdbStub.resource("configuration-languages.json"));
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    @ParameterizedTest
    @MethodSource("listedByTmdb")
    void every_language_of_tmdbs_list_is_known(JsonNode entry) throws JsonProcessingException {
        String code = entry.path("iso_639_1").asText();

        OriginalLanguage found = of("{'original_language': '" + code + "'}");

        assertThat(found.isKnown()).as(code).isEqualTo(!code.equals("xx"));
        assertThat(found.language().isKnown()).as(code).isTrue();
    }

    @Test
    void the_names_of_tmdbs_list_name_the_same_languages() throws JsonProcessingException {
        List<String> others = listedByTmdb().stream()
                .filter(entry -> !entry.path("english_name").asText().equals("Mandarin")) // files of it are tagged zho
                .filter(entry -> Language.fromName(entry.path("english_name").asText())
                        .filter(named -> !named.equals(
                                Language.fromTag(entry.path("iso_639_1").asText())
                                        .orElseThrow()))
                        .isPresent())
                .map(JsonNode::toString)
                .toList();

        assertThat(others).isEmpty();
    }

    @Test
    void every_doubt_is_told() throws JsonProcessingException {
        String page = "{'original_language': 'en', 'spoken_languages': [{'iso_639_1': 'fr'}]}";

        assertThat(of(page, "found by its name without a year").source())
                .isEqualTo("TMDB, film 7, found by its name without a year, not among its spoken languages");
        assertThat(of("{}", "found by its name without a year").source())
                .isEqualTo("TMDB, film 7, found by its name without a year, no language named there");
    }

    private static OriginalLanguage of(String page) throws JsonProcessingException {
        return of(page, "");
    }

    private static OriginalLanguage of(String page, String doubt) throws JsonProcessingException {
        return new TitlePage(TitleKind.MOVIE, 7, JSON.readTree(page.replace('\'', '"'))).language(doubt);
    }
}
