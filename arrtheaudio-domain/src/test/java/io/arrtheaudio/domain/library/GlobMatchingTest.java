package io.arrtheaudio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A glob means what the regular expression means that it was once turned into, and never takes long. */
@Timeout(60)
class GlobMatchingTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_glob_fits_what_its_regular_expression_fits(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random(random, "aAbé**/?[]!-{{},,k.", 1 + random.nextInt(9));
            for (boolean isRule : new boolean[] {true, false}) {
                compare(text, isRule, random);
            }
        }
    }

    @Test
    void letters_of_any_script_are_compared_as_a_regular_expression_does() {
        for (int c = 1; c < 0x2C00; c++) {
            for (String glob : new String[] {Character.toString(c), "[a-zà-þ]", "[!k-sſ]"}) {
                if (!glob.matches("[*?\\[{]")) {
                    for (int like : new int[] {c, Character.toUpperCase(c), Character.toLowerCase(c), 'k', 's', 'i'}) {
                        String name = Character.toString(like);
                        assertThat(Glob.ofFiles(glob).matches(name))
                                .as("'%s' and '%s', U+%04X", glob, name, c)
                                .isEqualTo(regex(glob, false).matcher(name).matches());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a",
                "**a",
                "**/a",
                "?*a",
                "{*,*}a",
                "{a,*}",
                "[ab]*",
                "{*a,{*a,*a}}",
            })
    void no_pattern_makes_a_long_name_take_long(String piece) {
        Glob glob = Glob.ofFiles(piece.repeat((Glob.LONGEST - 1) / piece.length()) + "b");
        Glob rule = Glob.ofRule(piece.repeat((Glob.LONGEST - 1) / piece.length()) + "b");
        String path = "a/".repeat(1_000) + "a".repeat(2_000) + "c";

        assertThat(glob.matches(path)).isFalse();
        assertThat(rule.matches(path)).isFalse();
    }

    @Test
    void braces_in_braces_in_braces_are_read_as_deep_as_they_go() {
        int depth = Glob.LONGEST / 2 - 1;

        assertThat(Glob.ofFiles("{".repeat(depth) + "a" + "}".repeat(depth)).matches("a"))
                .isTrue();
    }

    @Test
    void a_pattern_that_is_too_long_is_refused_with_the_limit() {
        String text = "*".repeat(Glob.LONGEST);
        assertThat(Glob.ofFiles(text).matches("a")).isTrue();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glob.ofFiles(text + "*"))
                .withMessage("glob '" + "*".repeat(40) + "...' has 1001 characters and may have 1000 at most");
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.ofRule(text + "a"));
    }

    private static void compare(String text, boolean isRule, Random random) {
        Glob glob;
        try {
            glob = isRule ? Glob.ofRule(text) : Glob.ofFiles(text);
        } catch (IllegalArgumentException e) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> regex(text, isRule))
                    .withMessage(e.getMessage());
            return;
        }
        Pattern regex = regex(text, isRule);
        for (int i = 0; i < 20; i++) {
            String name = random(random, "aabBÉk/.,{}!-]", random.nextInt(6));
            assertThat(glob.matches(name))
                    .as("%s '%s' and '%s'", isRule ? "rule" : "pattern", text, name)
                    .isEqualTo(regex.matcher(name).matches());
        }
    }

    private static Pattern regex(String text, boolean isRule) {
        int flags = isRule ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile(new RegexGlob(text, isRule).toRegex(), Pattern.DOTALL | flags);
    }

    private static String random(Random random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
