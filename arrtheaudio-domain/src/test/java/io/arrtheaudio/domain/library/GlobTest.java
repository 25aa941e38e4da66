package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/media/anime/**, /media/anime/A/S01/a.mkv, true",
                "/media/anime/*, /media/anime/A/S01/a.mkv, true",
                "*/anime/*, /media/anime/A/a.mkv, true",
                "/media/anime/*, /media/Anime/a.mkv, false",
                "/media/anime, /media/anime/a.mkv, false",
                "/media/anime/, /media/anime/a.mkv, false",
                "/media/**/a.mkv, /media/a.mkv, false",
                "/media/?.mkv, /media/a.mkv, true",
                "/media?a.mkv, /media/a.mkv, true",
                "/media/?.mkv, /media/ab.mkv, false",
                "/media/[ab].mkv, /media/a.mkv, true",
                "/media/[a-c]x, /media/bx, true",
                "/media/[!a-c]x, /media/bx, false",
                "/media/[!a-c]x, /media/dx, true",
                "/media[/]a, /media/a, true",
                "/m/[]]x, /m/]x, true",
                "/m/[!]]x, /m/]x, false",
                "/m/[[]x], /m/[x], true",
                "/m/[-a]x, /m/-x, true",
                "/m/[a-]x, /m/-x, true",
                "/m/[^a]x, /m/^x, true",
                "/m/[a&&b]x, /m/&x, true",
                "/m/{a}/*, /m/{a}/b, true",
                "/m/{a}/*, /m/a/b, false"
            })
    void a_path_rule_reads_as_in_python(String glob, String path, boolean fits) {
        assertThat(Glob.ofRule(glob).matches(path)).isEqualTo(fits);
    }

    @Test
    void commas_and_braces_mean_themselves_in_a_path_rule() {
        assertThat(Glob.ofRule("/m/{a,b}.mkv").matches("/m/{a,b}.mkv")).isTrue();
        assertThat(Glob.ofRule("/m/{a,b}.mkv").matches("/m/a.mkv")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "*.mkv, a.mkv, true",
                "*.mkv, A.MKV, true",
                "*.MKV, a.mkv, true",
                "*.mkv, S01/a.mkv, false",
                "S01/*, S01/a.mkv, true",
                "S01/*, S01/x/a.mkv, false",
                "S01/**, S01/x/a.mkv, true",
                "**/a.mkv, a.mkv, true",
                "**/a.mkv, x/y/a.mkv, true",
                "**/a.mkv, x/ba.mkv, false",
                "a/**/b, a/b, true",
                "a/**/b, a/x/y/b, true",
                "a/**/b, ab, false",
                "a**/b, ab, false",
                "a**/b, ax/y/b, true",
                "a***/b, ax/b, true",
                "?.mkv, a.mkv, true",
                "a?b, a/b, false",
                "a[!x]b, a/b, false",
                "a[+-0]b, a/b, false",
                "[a-c].mkv, B.mkv, true",
                "É*.mkv, été.mkv, true",
                "a}, a}, true"
            })
    void a_star_in_a_file_pattern_stays_within_one_name(String glob, String path, boolean fits) {
        assertThat(Glob.ofFiles(glob).matches(path)).isEqualTo(fits);
    }

    @Test
    void braces_list_alternatives_in_a_file_pattern() {
        Glob media = Glob.ofFiles("**/*.{mkv,mp4}");
        assertThat(media.matches("a.mkv")).isTrue();
        assertThat(media.matches("x/y/a.MP4")).isTrue();
        assertThat(media.matches("x/a.avi")).isFalse();
        Glob nested = Glob.ofFiles("{S0{1,2},Extras/**}/*");
        assertThat(nested.matches("S02/a")).isTrue();
        assertThat(nested.matches("Extras/x/a")).isTrue();
        assertThat(nested.matches("S03/a")).isFalse();
        assertThat(Glob.ofFiles("a,b").matches("a,b")).isTrue();
        assertThat(Glob.ofFiles("a{,b}").matches("a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.b", "a+b", "(a)", "a|b", "^a$", "a\\d", "a\\", "\\Q*", "$1", "a b", "a-b", "~#&<>=!%'\""})
    void other_characters_mean_themselves(String name) {
        if (!name.contains("*")) {
            assertThat(Glob.ofRule(name).matches(name)).isTrue();
            assertThat(Glob.ofFiles(name).matches(name)).isTrue();
        }
        assertThat(Glob.ofRule(name).matches("axb")).isFalse();
        assertThat(Glob.ofFiles(name).matches("axb")).isFalse();
        assertThat(Glob.ofFiles(name).matches("")).isFalse();
    }

    @Test
    void names_may_hold_newlines_and_characters_of_any_plane() {
        assertThat(Glob.ofRule("/m/*.mkv").matches("/m/a\nb.mkv")).isTrue();
        assertThat(Glob.ofFiles("*.mkv").matches("a\nb.mkv")).isTrue();
        assertThat(Glob.ofFiles("a\nb").matches("a\nb")).isTrue();
        assertThat(Glob.ofRule("/m/?").matches("/m/\uD83D\uDE00")).isTrue();
        assertThat(Glob.ofFiles("[\uD83D\uDE00x]").matches("\uD83D\uDE00")).isTrue();
        assertThat(Glob.ofFiles("a*").matches("a\n")).isTrue();
        assertThat(Glob.ofFiles("a").matches("a\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/[Anime", "/media/[", "/media/[!", "/media/[]", "[!]"})
    void an_open_bracket_is_refused_with_what_to_write_instead(String glob) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.ofRule(glob))
                .withMessage("glob '" + glob + "' opens a bracket that it does not close; write [[] for the character"
                        + " [ itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.ofFiles(glob))
                .withMessageContaining("bracket");
    }

    @Test
    void what_the_refusal_recommends_works() {
        assertThat(Glob.ofRule("/media/[[]Anime").matches("/media/[Anime")).isTrue();
        assertThat(Glob.ofFiles("[[]Anime").matches("[Anime")).isTrue();
    }

    @Test
    void a_backward_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.ofRule("/m/[z-a]"))
                .withMessage("glob '/m/[z-a]' has the range z-a, which runs backwards");
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.ofFiles("[9-0]"));
    }

    @Test
    void an_open_brace_is_refused_in_a_file_pattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.ofFiles("*.{mkv,mp4"))
                .withMessage("glob '*.{mkv,mp4' opens a brace that it does not close");
    }

    @Test
    void an_empty_glob_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.ofRule("")).withMessageContaining("empty");
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.ofFiles("")).withMessageContaining("empty");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_text_is_a_glob_or_is_refused_with_a_reason(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab/*?[]!-{},\\^&.()\n\uD83D\uDE00";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (boolean isRule : new boolean[] {true, false}) {
                assertThatCode(() -> read(text.toString(), isRule))
                        .as("'%s'", text)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void globs_are_equal_if_they_read_the_same_in_the_same_dialect() {
        assertThat(Glob.ofRule("a*")).isEqualTo(Glob.ofRule("a*")).hasSameHashCodeAs(Glob.ofRule("a*"));
        assertThat(Glob.ofRule("abc")).isNotEqualTo(Glob.ofFiles("abc"));
        assertThat(Glob.ofFiles("a")).isNotEqualTo(Glob.ofFiles("A"));
        assertThat(Glob.ofRule("/media/**")).hasToString("/media/**");
    }

    @Test
    void a_pattern_that_names_folders_is_told_from_one_that_does_not() {
        assertThat(Glob.ofFiles("*.mkv").namesFolders()).isFalse();
        assertThat(Glob.ofFiles("S01/*.mkv").namesFolders()).isTrue();
    }

    /** Only our own refusals may come out, never the one of the regular expression's compiler. */
    private static void read(String text, boolean isRule) {
        try {
            Glob glob = isRule ? Glob.ofRule(text) : Glob.ofFiles(text);
            glob.matches("a/b");
        } catch (IllegalArgumentException e) {
            assertThat(e).isExactlyInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("glob '" + text);
        }
    }
}
