package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparableTitleTest {

    private static final List<String> PIECES = List.of(
            "The",
            "the",
            "A",
            "an",
            "And",
            "&",
            "und",
            "Matrix",
            "Part",
            "part",
            "II",
            "2",
            "Two",
            "i",
            "X",
            "-",
            " ",
            "  ",
            ", ",
            "The",
            "'",
            "’",
            "ä",
            "ae",
            "Å",
            "aa",
            "ß",
            "ẞ",
            "ss",
            "Ø",
            "İ",
            "ı",
            "ς",
            "Σ",
            "Ｆ",
            "ﬁ",
            "²",
            "½",
            "漢",
            "が",
            "か\u3099",
            "한",
            "(US)",
            "US",
            "Vol.",
            "pt",
            "\uD83D\uDE00",
            "\uD83D",
            "e\u0301",
            "\u0301",
            "\u0000",
            ".",
            ":");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Matrix|the matrix",
                "The Matrix|Matrix",
                "Matrix, The|The Matrix",
                "Untergang, Der|Der Untergang",
                "Amélie|Amelie",
                "Fast & Furious|Fast and Furious",
                "Lost + Found|Lost and Found",
                "Rocky II|Rocky 2",
                "The Godfather Part II|The Godfather: Part 2",
                "The Godfather Part II|The Godfather 2",
                "Dune: Part Two|Dune Part 2",
                "Ocean's Eleven|Oceans Eleven",
                "Ocean’s Eleven|Ocean's 11",
                "Kill Bill: Vol. 1|Kill Bill Volume 1",
                "Männer|Maenner",
                "Männer|Manner",
                "Fack ju Göhte|Fack ju Goehte",
                "Die Brücke|Die Bruecke",
                "Straße|Strasse",
                "Brødre|Brodre",
                "Brødre|Broedre",
                "Ønsket|Onsket",
                "Ｆｕｌｌ　Ｗｉｄｔｈ|Full Width",
                "S.W.A.T.|SWAT",
                "S W A T|S.W.A.T.",
                "WALL·E|WALL-E",
                "Spider-Man|Spiderman",
                "X-Men|XMen",
                "Mission: Impossible|Mission - Impossible",
                "Space: 1999|Space 1999",
                "The Office (US)|The Office",
                "House of Cards US|House of Cards",
                "Face/Off|Face Off",
                "Alien³|Alien 3",
                "進撃の巨人|進撃の巨人",
                "ΟΔΟΣ|οδος"
            })
    void titles_that_mean_the_same_agree(String one, String other) {
        assertThat(agree(one, other)).isTrue();
        assertThat(agree(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Matrix|The Matrix Reloaded",
                "Rocky|Rocky II",
                "Rocky II|Rocky III",
                "Die Hard|Hard",
                "Alien|Aliens",
                "Blade Runner|Blade Runner 2049",
                "It|Us",
                "进击的巨人|進撃の巨人",
                "The Bridge|Bron",
                "'!?'|'?!'"
            })
    void titles_that_do_not_mean_the_same_do_not_agree(String one, String other) {
        assertThat(agree(one, other)).isFalse();
        assertThat(agree(other, one)).isFalse();
    }

    @Test
    void a_find_counts_if_a_title_agrees_and_the_year_is_within_one() {
        TitleHint hint = new TitleHint(TitleKind.MOVIE, "Der Untergang", 2004, TitleIds.NONE);

        assertThat(ComparableTitle.agrees(hint, "Downfall", "Der Untergang", 2004))
                .isTrue();
        assertThat(ComparableTitle.agrees(hint, "Der Untergang", "", 2005)).isTrue();
        assertThat(ComparableTitle.agrees(hint, "Der Untergang", "", 2003)).isTrue();
        assertThat(ComparableTitle.agrees(hint, "Der Untergang", "", 2006)).isFalse();
        assertThat(ComparableTitle.agrees(hint, "Downfall", "", 2004)).isFalse();
        assertThat(ComparableTitle.agrees(hint, "Der Untergang", "Der Untergang", 0))
                .isTrue();
    }

    @Test
    void nothing_agrees_with_a_hint_without_a_name() {
        assertThat(ComparableTitle.agrees(TitleHint.UNKNOWN, "", "", 0)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreement_is_reflexive_and_symmetric(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String one = any(random);
            String other = any(random);
            assertThat(agree(one, one)).as("'%s'", one).isTrue();
            assertThat(agree(one, other)).as("'%s', '%s'", one, other).isEqualTo(agree(other, one));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_normalised_title_stays_as_it_is_and_agrees_with_its_origin(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String title = any(random);
            String once = ComparableTitle.normalised(title);
            assertThat(ComparableTitle.normalised(once)).as("'%s'", title).isEqualTo(once);
            assertThat(once.isEmpty() || agree(once, title))
                    .as("'%s', '%s'", once, title)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_character_normalises_for_good(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = new StringBuilder()
                    .appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1))
                    .appendCodePoint(random.nextInt(0x3000))
                    .toString();
            String once = ComparableTitle.normalised(text);
            assertThat(ComparableTitle.normalised(once)).as("'%s'", text).isEqualTo(once);
        }
    }

    private static boolean agree(String one, String other) {
        return ComparableTitle.of(one).agreesWith(ComparableTitle.of(other));
    }

    private static String any(Random random) {
        StringBuilder title = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
            title.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return title.toString();
    }
}
