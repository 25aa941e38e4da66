package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names in the styles of the world, in {@code names.tsv}, and what people read into them. */
class NamesTableTest {

    /** Read wrong, and known to be: without knowing titles nothing tells. Take a line out when its name is read right. */
    private static final Set<String> MISSES = Set.of(
            "[Group] Steins;Gate - 23β [720p].mkv",
            "Show.101.720p.HDTV.x264-GRP.mkv",
            "show.name.0102.mkv",
            "/tv/Show/Miniseries/Show - Part 1.mkv",
            "Title 05 [1080p].mkv",
            "Title_05_(720p).mkv",
            "Roots.Part.1.of.6.1080p.mkv");

    private record Line(String path, String expected) {

        static Line of(String text) {
            String[] cells = text.split("\t", 2);
            return new Line(cells[0], cells[1]);
        }

        String read() {
            TitleHint hint = TitlePath.of(Path.of(path));
            String year = hint.year() == 0 ? "" : String.valueOf(hint.year());
            return String.join("\t", hint.kind().name(), hint.name(), year, text(hint.ids()));
        }

        boolean isRight() {
            return read().equals(expected);
        }

        private static String text(TitleIds ids) {
            String tmdb = ids.tmdb() == 0 ? "" : "tmdb=" + ids.tmdb() + " ";
            String tvdb = ids.tvdb() == 0 ? "" : "tvdb=" + ids.tvdb() + " ";
            return (tmdb + tvdb + ids.imdb()).strip();
        }
    }

    @Test
    void the_table_is_large_and_says_nothing_twice() throws IOException {
        List<Line> lines = lines();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(400);
        assertThat(lines.stream().map(Line::path)).doesNotHaveDuplicates();
    }

    @Test
    void all_names_but_the_known_misses_are_read_right() throws IOException {
        List<Line> wrong = lines().stream().filter(line -> !line.isRight()).toList();
        wrong.forEach(line -> System.out.println(
                "read wrong: " + line.path() + "\n  as        " + line.read() + "\n  and not   " + line.expected()));

        assertThat(wrong.stream().map(Line::path).toList()).containsExactlyInAnyOrderElementsOf(MISSES);
    }

    @Test
    void at_least_97_of_100_names_are_read_right() throws IOException {
        List<Line> lines = lines();
        long right = lines.stream().filter(Line::isRight).count();
        System.out.println(right + " of " + lines.size() + " names are read right");

        assertThat(right * 100.0 / lines.size()).isGreaterThanOrEqualTo(97);
    }

    private static List<Line> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(NamesTableTest.class.getResourceAsStream("names.tsv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .map(Line::of)
                    .toList();
        }
    }
}
