package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds for any name; the seed in a test's name makes the same case again. */
class AnyNameTest {

    private static final List<String> PIECES = List.of(
            "The",
            "Show",
            "2049",
            "1999",
            "S01E01",
            "S01",
            "E02",
            "1x02",
            "- ",
            " - ",
            ".",
            "..",
            " ",
            "_",
            "-",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "（",
            "】",
            "{tvdb-1}",
            "[tmdbid=603]",
            "tt0133093",
            "tvdbid99999999999",
            "1080p",
            "x264-GRP",
            "h.264",
            "WEB",
            "German",
            "Season",
            "Staffel 1",
            "Complete",
            "Part",
            "II",
            "cd1",
            "www.a.com",
            "sample",
            "aka",
            "第01話",
            "5화",
            "'",
            "&",
            "\u0000",
            "\n",
            "\uD83D\uDE00",
            "\uD83D",
            "e\u0301",
            "ß",
            "İ",
            "Extras",
            "2024",
            "05",
            "17",
            "#",
            "~",
            "+",
            "the");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    static Stream<String> pieces() {
        return PIECES.stream();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_name_is_answered_and_the_answer_keeps_its_rules(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String name = any(random);
            assertThatCode(() -> {
                        TitleHint hint = TitlePath.ofName(name);
                        assertThat(hint.kind() == TitleKind.MOVIE && hint.ids().tvdb() != 0)
                                .isFalse();
                        assertThat(hint.name()).isEqualTo(hint.name().strip());
                    })
                    .as("'%s'", name)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_path_is_answered(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String path =
                    String.join("/", any(random), any(random), any(random)).replace("\u0000", "");
            if (isPath(path)) {
                assertThatCode(() -> TitlePath.of(Path.of(path)))
                        .as("'%s'", path)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pieces")
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void ten_thousand_characters_take_no_longer_than_a_moment(String piece) {
        String name = piece.repeat(10_000 / piece.length());

        for (String text : List.of(name, name + "S01E01", "[" + name, "tvdb" + name, "www." + name, "1" + name)) {
            TitlePath.ofName(text);
            ComparableTitle.normalised(text);
            ComparableTitle.of(text).agreesWith(ComparableTitle.of(name));
        }
    }

    @Test
    void no_folder_at_all_and_the_root_are_answered() {
        assertThat(TitlePath.of(Path.of("/"))).isEqualTo(TitleHint.UNKNOWN);
        assertThat(TitlePath.of(Path.of(""))).isEqualTo(TitleHint.UNKNOWN);
        assertThat(TitlePath.ofName("")).isEqualTo(TitleHint.UNKNOWN);
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static String any(Random random) {
        StringBuilder name = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }
}
