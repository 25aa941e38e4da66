package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCommandTest {

    private final CommandRun command = new CommandRun();

    @Test
    void a_changed_file_tells_from_what_to_what_and_how() {
        command.wiring.fixes = Sample::changed;
        command.run("process", "Film.mkv").exitsWith(0);
        assertThat(command.out()).isEqualTo("""
                        changed       Film.mkv: audio 1 English aac stereo -> audio 2 Japanese truehd 7.1 (flip 2 flags, 2 bytes, 1.5 ms)
                          warning: something to know
                        """);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void every_outcome_has_its_line() {
        command.wiring.fixes = file -> switch (file.toString()) {
            case "a" -> Sample.wouldChange(file);
            case "b" -> Sample.correct(file);
            case "c" -> Sample.noMatch(file);
            default -> Sample.skipped(file, SkipReason.HARDLINKED);
        };
        command.run("process", "--dry-run", "a", "b", "c", "d").exitsWith(0);
        assertThat(command.out().lines().filter(line -> !line.startsWith("  warning")))
                .containsExactly(
                        "would change  a: audio 1 English aac stereo -> audio 2 Japanese truehd 7.1"
                                + " (flip 2 flags, 2 bytes, 1.5 ms)",
                        "correct       b: all is well",
                        "no match      c: nothing fits",
                        "skipped       d: hardlinked: left alone");
    }

    @Test
    void a_failure_is_one_line_on_stderr_and_the_rest_is_done() {
        command.wiring.fixes =
                file -> file.equals(Path.of("bad.mkv")) ? Sample.failed(file, Remedy.FIX_FILE) : Sample.correct(file);
        command.run("process", "bad.mkv", "good.mkv").exitsWith(1);
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot read bad.mkv: it is torn\n");
        assertThat(command.out()).isEqualTo("correct       good.mkv: all is well\n");
    }

    @Test
    void a_failure_by_settings_is_wrong_usage() {
        command.wiring.fixes = file -> Sample.failed(file, Remedy.FIX_SETTINGS);
        command.run("process", "a.mkv").exitsWith(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@x.mkv",
                "./-x.mkv",
                "it's \"quoted\".mkv",
                "Amélie.mkv",
                "日本.mkv",
                " lead and trail ",
                "a,b",
                "${x}"
            })
    void odd_names_arrive_as_they_are(String name) {
        command.wiring.fixes = Sample::correct;
        command.run("process", name).exitsWith(0);
        assertThat(command.wiring.asked).containsExactly(Path.of(name));
        assertThat(command.out()).contains(name);
    }

    @Test
    void behind_two_dashes_everything_is_a_name() {
        command.wiring.fixes = Sample::correct;
        command.run("process", "--", "-x.mkv", "--json", "--").exitsWith(0);
        assertThat(command.wiring.asked).containsExactly(Path.of("-x.mkv"), Path.of("--json"), Path.of("--"));
    }

    @Test
    void a_name_cannot_start_a_new_line_or_paint_the_terminal() {
        command.wiring.fixes = file -> Sample.failed(file, Remedy.FIX_FILE);
        command.run("process", "a\nb\u001b[2J.mkv").exitsWith(1);
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot read a\\nb\\x1b[2J.mkv: it is torn\n");
    }

    @Test
    void what_an_earlier_run_left_is_settled_before_anything_is_looked_at() {
        command.wiring.recovered = List.of(Sample.recovered("b.mkv", EntryState.TAKEN_BACK, "half of it was there"));
        command.wiring.fixes = Sample::correct;
        command.run("process", "a.mkv").exitsWith(0);
        assertThat(command.wiring.calls).containsExactly("recover", "fix");
        assertThat(command.err())
                .isEqualTo("note: took back a change of /library/b.mkv that an earlier run did not end (entry 12):"
                        + " half of it was there\n");
    }

    @Test
    void a_dry_run_settles_nothing() {
        command.wiring.fixes = Sample::correct;
        command.run("process", "--dry-run", "a.mkv").exitsWith(0);
        command.wiring.dryRun = true;
        command.run("process", "a.mkv").exitsWith(0);
        assertThat(command.wiring.calls).containsExactly("fix", "fix");
        assertThat(command.wiring.closed).isEqualTo(2);
    }

    @Test
    void bytes_that_are_copied_are_told() {
        command.wiring.fixes = Sample::copied;
        command.run("process", "a").exitsWith(0);
        command.wiring.fixes = Sample::wouldCopy;
        command.run("process", "--dry-run", "a").exitsWith(0);
        assertThat(command.out())
                .contains("(flip 2 flags, 2 bytes, copied 4.2 GB, 1.5 ms)")
                .contains("(flip 2 flags, 2 bytes, would copy up to 4.2 GB, 1.5 ms)");
    }

    @Test
    void verbose_says_how_to_take_the_change_back() {
        command.wiring.fixes = Sample::changed;
        command.run("process", "--verbose", "a").exitsWith(0);
        assertThat(command.out()).endsWith("  to take it back: arrtheaudio undo --entry 7\n");
    }

    @Test
    void the_journal_learns_who_asked_and_force_reaches_undone_files() {
        command.wiring.fixes = Sample::correct;
        command.run("process", "a");
        command.run("process", "--force", "a");
        assertThat(command.wiring.options).extracting(FixOptions::cause).containsOnly("process");
        assertThat(command.wiring.options).extracting(FixOptions::again).containsExactly(false, true);
    }

    @Test
    void each_file_may_be_changed_itself_and_nothing_beside_it() {
        command.wiring.fixes = Sample::correct;
        command.run("process", "a.mkv", "b.mkv").exitsWith(0);
        assertThat(command.wiring.options)
                .extracting(options -> options.roots())
                .containsExactly(List.of(Path.of("a.mkv")), List.of(Path.of("b.mkv")));
    }

    @Test
    void a_dry_run_is_asked_for_here_or_in_the_settings() {
        command.wiring.fixes = Sample::correct;
        command.run("process", "a");
        command.run("process", "--dry-run", "a");
        command.wiring.dryRun = true;
        command.run("process", "a");
        assertThat(command.wiring.options)
                .extracting(options -> options.dryRun())
                .containsExactly(false, true, true);
    }

    @Test
    void the_engine_and_the_settings_file_go_to_the_wiring() {
        command.wiring.fixes = Sample::correct;
        command.run("-c", "my.yaml", "process", "--engine", "TOOLS", "a", "--log-level", "warn", "--any-owner")
                .exitsWith(0);
        Wiring.Overrides overrides = command.wiring.opened.get(0);
        assertThat(overrides.engine()).contains("tools");
        assertThat(overrides.anyOwner()).isTrue();
        assertThat(overrides.dataFolder()).isEmpty();
        assertThat(overrides.settings()).contains(Path.of("my.yaml"));
        assertThat(overrides.logLevel()).contains("warn");
        assertThat(overrides.withoutSettings()).isFalse();
    }

    @Test
    void notices_about_settings_and_unknown_languages_go_to_stderr() {
        command.wiring.notices = List.of("api.workers means nothing here");
        command.wiring.fixes = Sample::correct;
        command.run("process", "--json", "--languages", "jpn,qqz", "a").exitsWith(0);
        assertThat(command.err()).isEqualTo("""
                        note: api.workers means nothing here
                        note: no table lists the language 'qqz'; it is compared letter by letter
                        """);
        assertThat(Json.lines(command.out())).hasSize(1);
    }

    @Test
    void programs_get_all_there_is_to_know() {
        command.wiring.fixes = Sample::changed;
        command.run("process", "--json", "日本\n.mkv").exitsWith(0);
        Map<String, Object> json = Json.object(command.out().strip());
        assertThat(json)
                .containsEntry("type", "file")
                .containsEntry("file", "日本\n.mkv")
                .containsEntry("outcome", "changed")
                .containsEntry("method", "flip 2 flags")
                .containsEntry("bytes_changed", 2L)
                .containsEntry("bytes_copied", 0L)
                .containsEntry("entry", "7")
                .containsEntry("selected_track", 2L)
                .containsEntry("selected_language", "jpn")
                .containsEntry("duration_ms", 1.5)
                .containsEntry("summary", Sample.EXPLANATION.summary())
                .containsKeys("tracks", "warnings");
        assertThat(json.get("tracks"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .first()
                .isEqualTo(Map.of(
                        "track",
                        1L,
                        "language",
                        "eng",
                        "codec",
                        "aac",
                        "channels",
                        2L,
                        "title",
                        "Director's\ncommentary",
                        "role",
                        "commentary",
                        "default",
                        true,
                        "flags",
                        List.of("commentary"),
                        "selected",
                        false,
                        "because",
                        "it is a commentary"));
    }

    @Test
    void programs_get_failures_on_stdout_too() {
        command.wiring.fixes = file -> Sample.failed(file, Remedy.RETRY_LATER);
        command.run("process", "--json", "a").exitsWith(1);
        assertThat(command.out())
                .isEqualTo("{\"type\":\"file\",\"file\":\"a\",\"outcome\":\"failed\",\"reason\":\"retry_later\","
                        + "\"detail\":\"cannot read a: it is torn\",\"duration_ms\":1.5}\n");
        assertThat(command.err()).isEmpty();
    }
}
