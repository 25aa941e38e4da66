package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

    private static final Duration TOOK = Duration.ofMillis(2);

    @TempDir
    Path library;

    private final CommandRun command = new CommandRun();

    @BeforeEach
    void scan_meets_every_outcome() {
        scanMeets(
                Sample.changed(Path.of("changed.mkv")),
                Sample.correct(Path.of("correct.mkv")),
                Sample.noMatch(Path.of("none.mkv")),
                Sample.skipped(Path.of("linked.mkv"), SkipReason.HARDLINKED),
                Sample.skipped(Path.of("off.mp4"), SkipReason.CONTAINER_OFF));
    }

    @Test
    void files_that_matter_have_a_line_and_all_are_counted() {
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.out()).isEqualTo("""
                        changed       changed.mkv: audio 1 English aac stereo -> audio 2 Japanese truehd 7.1 (flip 2 flags, 2 bytes, 2.0 ms)
                        skipped       linked.mkv: hardlinked: left alone
                        5 files in 1.0 s, 5 files a second
                          already correct         1
                          changed                 1
                          no match                1
                          skipped: container off  1
                          skipped: hardlinked     1
                        """);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void verbose_shows_every_file() {
        command.run("scan", "--yes", "--verbose", library.toString()).exitsWith(0);
        assertThat(command.out()).contains("correct.mkv", "none.mkv", "off.mp4");
    }

    @Test
    void verbose_shows_the_original_language_and_who_said_so_where_it_mattered() {
        scanMeets(
                Sample.madeIn("sure.mkv", new OriginalLanguage(Sample.JAPANESE, "TMDB, film 128")),
                Sample.madeIn("perhaps.mkv", new OriginalLanguage(Sample.JAPANESE, "TMDB, film 7", Confidence.LOW)),
                Sample.madeIn("missing.mkv", OriginalLanguage.unknown("not found, asked for tmdb 9")),
                Sample.madeIn("same.mkv", OriginalLanguage.NOT_NEEDED),
                Sample.madeIn("alone.mkv", OriginalLanguage.NOBODY_ASKED),
                Sample.madeIn("ill.mkv", OriginalLanguage.UNANSWERED));

        command.run("scan", "--yes", "--verbose", library.toString()).exitsWith(0);

        assertThat(command.out())
                .contains(
                        "sure.mkv: all is well\n  original language: Japanese (TMDB, film 128)\n",
                        "perhaps.mkv: all is well\n  original language: Japanese, not certain (TMDB, film 7)\n",
                        "missing.mkv: all is well\n  original language: not known (not found, asked for tmdb 9)\n")
                .containsPattern(
                        "same.mkv: all is well\ncorrect +alone.mkv: all is well\ncorrect +ill.mkv: all is well\n")
                .containsOnlyOnce("film 7");
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.out()).containsOnlyOnce("film 128");
    }

    @Test
    void films_that_were_left_to_the_list_are_counted_for_programs_and_told_to_people() {
        scanMeets(
                Sample.madeIn("a.mkv", OriginalLanguage.UNANSWERED),
                Sample.madeIn("b.mkv", OriginalLanguage.UNANSWERED),
                Sample.madeIn("c.mkv", OriginalLanguage.NOBODY_ASKED));

        command.run("scan", "--yes", "--json", library.toString()).exitsWith(0);

        assertThat(Json.lines(command.out()).get(Json.lines(command.out()).size() - 1))
                .containsEntry("left_to_list", 2L);
        assertThat(command.err()).contains("2 films were left to your list");
    }

    @Test
    void verbose_shows_warnings_and_how_to_take_changes_back() {
        command.run("scan", "--yes", "--verbose", library.toString()).exitsWith(0);
        assertThat(command.out())
                .contains("\n  warning: something to know\n  to take it back: arrtheaudio undo --entry 7\n");
    }

    @Test
    void what_an_earlier_run_left_is_settled_before_anything_is_found() {
        command.wiring.recovered = List.of(Sample.recovered("b.mkv", EntryState.DONE, "it was all there"));
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.wiring.calls).containsExactly("recover", "scan");
        assertThat(command.err()).startsWith("note: finished a change of /library/b.mkv");
    }

    @Test
    void bytes_that_were_copied_are_summed_up() {
        command.wiring.scan = (request, observer) ->
                new ScanSummary(Map.of("changed", 2L), 0, 8_430_000_000L, Duration.ofSeconds(2), false);
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        command.run("scan", "--dry-run", library.toString()).exitsWith(0);
        command.run("scan", "--yes", "--json", library.toString()).exitsWith(0);
        assertThat(command.out())
                .contains("  changed  2\ncopied 8.4 GB\n", "  changed  2\nwould copy up to 8.4 GB\n")
                .contains("\"bytes_copied\":8430000000");
    }

    @Test
    void a_failed_file_makes_the_scan_fail() {
        scanMeets(Sample.failed(Path.of("bad.mkv"), Remedy.FIX_FILE));
        command.run("scan", "--yes", library.toString()).exitsWith(1);
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot read bad.mkv: it is torn\n");
        assertThat(command.out()).contains("failed  1");
    }

    @Test
    void programs_get_lines_and_a_summary_as_the_last() {
        command.run("scan", "--yes", "--json", library.toString()).exitsWith(0);
        assertThat(Json.lines(command.out()))
                .hasSize(3)
                .last()
                .satisfies(json -> assertThat(json)
                        .containsEntry("type", "summary")
                        .containsEntry("files", 5L)
                        .containsEntry("passed_over", 0L)
                        .containsEntry("dry_run", false)
                        .containsEntry("cancelled", false)
                        .containsEntry("duration_ms", 1000.0)
                        .containsEntry(
                                "outcomes",
                                Map.of(
                                        "already_correct", 1L,
                                        "changed", 1L,
                                        "no_match", 1L,
                                        "skipped: container_off", 1L,
                                        "skipped: hardlinked", 1L)));
    }

    @Test
    void without_a_terminal_and_without_yes_nothing_is_begun() {
        command.run("scan", library.toString()).exitsWith(2);
        assertThat(command.wiring.scans).isEmpty();
        assertThat(command.err())
                .isEqualTo("arrtheaudio: scan changes files, and there is no terminal to ask for consent;"
                        + " add --yes to let it, or --dry-run to only look\n");
    }

    @Test
    void a_dry_run_never_asks() {
        command.run("scan", "--dry-run", library.toString()).exitsWith(0);
        assertThat(request().options().dryRun()).isTrue();
        assertThat(command.wiring.calls).containsExactly("scan");
        assertThat(command.out()).contains("5 files a second (dry run, nothing was written)");
    }

    @Test
    void a_dry_run_by_the_settings_never_asks_either() {
        command.wiring.dryRun = true;
        command.run("scan", library.toString()).exitsWith(0);
        assertThat(request().options().dryRun()).isTrue();
    }

    @Test
    void on_a_terminal_yes_starts_the_scan() {
        command.onTerminal().input("Yes\n").run("scan", library.toString()).exitsWith(0);
        assertThat(command.err())
                .contains("Change the default audio track in " + library + " where it is not the right one? [y/N] ");
        assertThat(request().options().dryRun()).isFalse();
    }

    @Test
    void on_a_terminal_anything_else_ends_it() {
        for (String answer : new String[] {"\n", "no\n", "yesterday\n", ""}) {
            command.onTerminal().input(answer).run("scan", library.toString()).exitsWith(1);
        }
        assertThat(command.wiring.calls).isEmpty();
        assertThat(command.wiring.closed).isEqualTo(4);
        assertThat(command.err()).contains("nothing was changed");
    }

    @Test
    void a_path_that_is_not_there_fails_but_the_others_are_done() {
        Path missing = library.resolve("missing");
        command.run("scan", "--yes", missing.toString(), library.toString()).exitsWith(1);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: cannot scan " + missing + ": there is no such file or folder\n");
        assertThat(request().options().roots()).containsExactly(library);
        assertThat(command.out()).contains("5 files in");
    }

    @Test
    void nothing_there_at_all_is_no_scan() {
        command.run("scan", "--yes", library.resolve("missing").toString()).exitsWith(1);
        assertThat(command.wiring.scans).isEmpty();
        assertThat(command.out()).isEmpty();
    }

    @Test
    void nothing_found_is_said_and_is_no_failure() {
        scanMeets();
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.out()).isEqualTo("no media files found\n");
    }

    @Test
    void what_was_passed_over_is_told_and_counted() {
        command.wiring.scan = (request, observer) -> {
            observer.passedOver(library.resolve("closed\n"), "this user may not");
            return new ScanSummary(Map.of(), 1, 0, Duration.ofSeconds(1), false);
        };
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.err()).isEqualTo("note: passed over " + library + "/closed\\n: this user may not\n");
        assertThat(command.out()).contains("passed over  1");
    }

    @Test
    void a_named_folder_that_was_passed_over_is_a_failure() {
        command.wiring.scan = (request, observer) -> {
            observer.passedOver(library, "this user may not");
            return new ScanSummary(Map.of(), 1, 0, Duration.ofSeconds(1), false);
        };
        command.run("scan", "--yes", library.toString()).exitsWith(1);
    }

    @Test
    void options_reach_the_scan() {
        command.run(
                        "scan",
                        "--yes",
                        "--no-recursive",
                        "--pattern",
                        "*.{mkv,mp4}",
                        "--exclude=Extras",
                        "--exclude",
                        "*sample*",
                        "--workers",
                        "7",
                        "--force",
                        "--languages",
                        "jpn",
                        library.toString())
                .exitsWith(0);
        assertThat(request().recursive()).isFalse();
        assertThat(request().include()).containsExactly(Glob.ofFiles("*.{mkv,mp4}"));
        assertThat(request().exclude()).containsExactly(Glob.ofFiles("Extras"), Glob.ofFiles("*sample*"));
        assertThat(request().workers()).isEqualTo(7);
        assertThat(request().options().languages()).containsExactly(Sample.JAPANESE);
        assertThat(request().options().minAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(request().options().again()).isTrue();
        assertThat(request().options().cause()).isEqualTo("scan");
    }

    @Test
    void the_settings_say_how_many_workers_there_are_else() {
        command.run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(request().workers()).isEqualTo(3);
        assertThat(request().recursive()).isTrue();
        assertThat(request().options().again()).isFalse();
    }

    @Test
    void numbers_of_workers_that_make_no_sense_are_refused() {
        command.run("scan", "--yes", "--workers", "0", library.toString()).exitsWith(2);
        command.run("scan", "--yes", "--workers", "many", library.toString()).exitsWith(2);
        assertThat(command.wiring.scans).isEmpty();
    }

    @Test
    void a_cancelled_scan_says_so() {
        command.wiring.scan =
                (request, observer) -> new ScanSummary(Map.of("changed", 1234L), 0, 0, Duration.ofSeconds(2), true);
        command.run("scan", "--yes", library.toString());
        assertThat(command.out()).startsWith("stopped early: 1,234 files in 2.0 s, 617 files a second\n");
    }

    @Test
    void progress_is_drawn_on_a_terminal_and_taken_away_in_the_end() {
        command.onTerminal(Side.ERR).run("scan", "--yes", library.toString()).exitsWith(0);
        assertThat(command.err()).endsWith("5/5 files (0:00:00 / 0:00:00) ? files/s\r\u001b[K");
        assertThat(command.out()).doesNotContain("\u001b");
    }

    @Test
    void a_dumb_terminal_gets_no_progress() {
        command.onTerminal(Side.ERR)
                .environment(Map.of("TERM", "dumb"))
                .run("scan", "--yes", library.toString())
                .exitsWith(0);
        assertThat(command.err()).isEmpty();
    }

    private ScanRequest request() {
        assertThat(command.wiring.scans).hasSize(1);
        return command.wiring.scans.get(0);
    }

    private void scanMeets(Outcome... outcomes) {
        command.wiring.scan = (request, observer) -> {
            Map<String, Long> counts = new TreeMap<>();
            observer.found(outcomes.length, true);
            for (Outcome outcome : outcomes) {
                String reason = outcome instanceof Outcome.Skipped skipped
                        ? ": " + skipped.reason().word()
                        : "";
                counts.merge(outcome.word() + reason, 1L, Long::sum);
                observer.done(outcome, TOOK);
            }
            return new ScanSummary(counts, 0, 0, Duration.ofSeconds(1), false);
        };
    }
}
