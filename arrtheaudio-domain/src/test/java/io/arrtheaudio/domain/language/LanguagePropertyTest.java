package io.arrtheaudio.domain.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for any language; the seed in a test's name makes the same case again. */
class LanguagePropertyTest {

    private static final List<String> CODES = List.copyOf(new TreeSet<>(LanguageTable.codes()));
    private static final String[] VARIANTS = {"", "-BR", "-419", "-Hant", "-Latn-RS", "-x-private"};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @Test
    void the_table_holds_iso_639_2_with_all_two_letter_codes() {
        assertThat(LanguageTable.codes()).hasSizeGreaterThan(540).contains("jpn", "deu", "zxx", "yue");
        List<String> two = new ArrayList<>();
        for (String candidate : Locale.getISOLanguages()) {
            if (LanguageTable.ofCode(candidate).isPresent()) {
                two.add(candidate);
            }
        }
        assertThat(two).hasSizeGreaterThanOrEqualTo(180);
    }

    @Test
    void every_two_letter_code_is_what_the_jdk_says() {
        for (String two : Locale.getISOLanguages()) {
            Language read = Language.fromTag(two).orElseThrow(() -> new AssertionError(two + " is not known"));
            String expected = Locale.forLanguageTag(two).getISO3Language();
            assertThat(read.closenessTo(Language.fromTag(expected).orElseThrow()))
                    .as("%s read as %s, expected %s", two, read, expected)
                    .isIn(Closeness.EXACT, Closeness.MACROLANGUAGE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_listed_code_is_read_in_any_case_and_with_any_variant(long seed) {
        Random random = new Random(seed);
        for (String code : CODES) {
            for (String variant : VARIANTS) {
                Language read =
                        Language.fromTag(anyCase(code + variant, random)).orElseThrow();
                assertThat(read.code()).isEqualTo(code);
                assertThat(read.isKnown()).isTrue();
            }
        }
    }

    @Test
    void every_listed_code_has_a_name_that_reads_back() {
        for (String code : CODES) {
            Language language = Language.fromTag(code).orElseThrow();
            assertThat(Language.fromName(language.name()))
                    .as("%s is %s", code, language.name())
                    .contains(language);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_language_reads_back_from_its_text(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Language language = any(random);
            assertThat(Language.fromTag(language.toString())).contains(language);
            assertThat(Language.read(language.toString())).contains(language);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closeness_is_symmetric_and_exact_only_for_equals(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            Language one = any(random);
            Language other = any(random);
            assertThat(one.closenessTo(other)).as("%s, %s", one, other).isEqualTo(other.closenessTo(one));
            assertThat(one.closenessTo(other) == Closeness.EXACT)
                    .as("%s, %s", one, other)
                    .isEqualTo(one.equals(other));
            assertThat(one.closenessTo(one)).isEqualTo(Closeness.EXACT);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_text_makes_the_readers_throw(long seed) {
        Random random = new Random(seed);
        String alphabet = "abcdezhHXx0149-_-. ()\u0000\n\tßéİ\u0301漢\uD83D\uDE00";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> {
                        Language.fromTag(text.toString()).ifPresent(Language::name);
                        Language.fromName(text.toString());
                        Language.read(text.toString());
                    })
                    .as("'%s'", text)
                    .doesNotThrowAnyException();
        }
    }

    private static Language any(Random random) {
        List<String> groups = List.of("zho", "cmn", "yue", "nor", "nob", "nno", "hbs", "srp", "hrv", "xyz");
        String code = random.nextBoolean()
                ? groups.get(random.nextInt(groups.size()))
                : CODES.get(random.nextInt(CODES.size()));
        String variant = VARIANTS[random.nextInt(VARIANTS.length)];
        return Language.fromTag(code + variant).orElseThrow();
    }

    private static String anyCase(String text, Random random) {
        StringBuilder mixed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            mixed.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return random.nextBoolean() ? mixed.toString() : mixed.toString().replace('-', '_');
    }
}
