package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final KnownLanguage KNOWN =
            new KnownLanguage("tvdb 81189", new OriginalLanguage(Sample.JAPANESE, "TMDB, series 1396"), NOON);
    private static final KnownLanguage MISS =
            new KnownLanguage("name movie 1999 nowhere\nman", OriginalLanguage.UNKNOWN, NOON.minusSeconds(60));

    private static final ToldTitle TOLD = new ToldTitle(
            new LinkedHashSet<>(List.of("tvdb 7", "folder /tv/It\ns")),
            new OriginalLanguage(Sample.JAPANESE, "told by Sonarr"),
            NOON);

    private final CommandRun command = new CommandRun();

    @Test
    void every_answer_is_a_line() {
        command.wiring.answers = List.of(KNOWN, MISS);
        command.run("admin", "cache").exitsWith(0);
        assertThat(command.out().lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("tvdb 81189", "Japanese", "TMDB, series 1396"))
                .anySatisfy(line -> assertThat(line).contains("name movie 1999 nowhere\\nman", "not known"));
        assertThat(command.wiring.calls).isEmpty();
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void nothing_kept_is_said() {
        command.run("admin", "cache").exitsWith(0);
        assertThat(command.out()).isEqualTo("no answers about titles are kept\n");
    }

    @Test
    void programs_get_one_object_a_line() {
        command.wiring.answers = List.of(KNOWN);
        command.run("admin", "cache", "--json").exitsWith(0);
        assertThat(Json.lines(command.out()))
                .singleElement()
                .isEqualTo(Map.of(
                        "type", "answer",
                        "title", "tvdb 81189",
                        "original_language",
                                Map.of("language", "jpn", "confidence", "high", "source", "TMDB, series 1396"),
                        "at", "2026-11-25T12:00:00Z"));
    }

    @Test
    void all_answers_are_forgotten_or_those_that_are_named() {
        command.wiring.answers = List.of(KNOWN, MISS);
        command.run("admin", "cache", "--clear").exitsWith(0);
        assertThat(command.out()).isEqualTo("2 answers forgotten\n");

        command.run("admin", "cache", "--clear", "tvdb 81189").exitsWith(0);
        assertThat(command.out()).endsWith("1 answer forgotten\n");
        assertThat(command.wiring.calls).containsExactly("forget answers []", "forget answers [tvdb 81189]");
    }

    @Test
    void a_title_without_an_answer_is_a_failure_and_named_and_the_others_are_forgotten() {
        command.wiring.answers = List.of(KNOWN);
        command.run("admin", "cache", "--clear", "tvdb 1", "tvdb 81189", "tvdb 81189")
                .exitsWith(1);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: no answer about 'tvdb 1' is kept; see 'arrtheaudio admin cache'\n");
        assertThat(command.out()).isEqualTo("1 answer forgotten\n");
    }

    @Test
    void what_is_not_certain_is_shown_as_such() {
        command.wiring.answers = List.of(new KnownLanguage(
                "tmdb movie 7", new OriginalLanguage(Sample.JAPANESE, "TMDB, film 7", Confidence.LOW), NOON));
        command.run("admin", "cache").exitsWith(0);
        assertThat(command.out()).contains("Japanese, not certain");
    }

    @Test
    void what_sonarr_told_is_a_line_for_everything_the_title_is_known_by() {
        command.wiring.answers = List.of(MISS);
        command.wiring.told = List.of(TOLD);
        command.run("admin", "cache").exitsWith(0);
        assertThat(command.out().lines().skip(1))
                .hasSize(3)
                .filteredOn(line -> line.contains("Japanese"))
                .allMatch(line -> line.contains("told by Sonarr"))
                .anyMatch(line -> line.contains("tvdb 7"))
                .anyMatch(line -> line.contains("folder /tv/It\\ns"));
    }

    @Test
    void programs_get_one_object_for_each_title_that_was_told() {
        command.wiring.told = List.of(TOLD);
        command.run("admin", "cache", "--json").exitsWith(0);
        assertThat(Json.lines(command.out()))
                .singleElement()
                .isEqualTo(Map.of(
                        "type",
                        "told",
                        "titles",
                        List.of("tvdb 7", "folder /tv/It\ns"),
                        "original_language",
                        Map.of("language", "jpn", "confidence", "high", "source", "told by Sonarr"),
                        "at",
                        "2026-11-25T12:00:00Z"));
    }

    @Test
    void titles_without_clear_are_a_wrong_usage() {
        command.run("admin", "cache", "tvdb 81189").exitsWith(2);
        assertThat(command.err()).contains("add --clear");
        assertThat(command.wiring.opened).isEmpty();
    }
}
