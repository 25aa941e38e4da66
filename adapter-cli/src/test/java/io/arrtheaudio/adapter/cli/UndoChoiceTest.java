package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.in.UndoRequest.Extent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndoChoiceTest {

    private final CommandRun command = new CommandRun();

    @BeforeEach
    void the_journal_has_nothing() {
        command.wiring.undo = (request, observer) -> Map.of();
    }

    @Test
    void files_mean_their_newest_change() {
        assertThat(asked("a.mkv", "b.mkv")).isEqualTo(UndoRequest.of(Path.of("a.mkv"), Path.of("b.mkv")));
    }

    @Test
    void files_may_mean_all_their_changes_or_those_since_a_moment() {
        UndoRequest every = UndoRequest.of(Path.of("a.mkv")).with(Extent.EVERY);
        assertThat(asked("a.mkv", "--all")).isEqualTo(every);
        assertThat(asked("--since", "2h", "a.mkv")).isEqualTo(every.since(CommandRun.NOW.minus(Duration.ofHours(2))));
    }

    @Test
    void an_entry_is_that_one() {
        assertThat(asked("--entry", "12")).isEqualTo(UndoRequest.entry("12"));
    }

    @Test
    void the_last_is_the_newest_of_all() {
        assertThat(asked("--last")).isEqualTo(everything().with(Extent.NEWEST));
    }

    @Test
    void jobs_and_batches_are_found_by_what_the_server_wrote() {
        assertThat(asked("--job", "41", "--yes").cause()).isEqualTo("job 41");
        assertThat(asked("--batch", "7", "--yes"))
                .isEqualTo(new UndoRequest(List.of(), "", "batch 7", Instant.EPOCH, Extent.EVERY, false));
    }

    @Test
    void a_moment_or_all_mean_every_change() {
        assertThat(asked("--all", "--yes")).isEqualTo(everything());
        assertThat(asked("--since", "2026-01-01T00:00:00Z", "--yes"))
                .isEqualTo(everything().since(Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'say what to undo: FILE, --entry, --job, --batch, --last, --since or --all'",
        "--yes, 'say what to undo: FILE, --entry, --job, --batch, --last, --since or --all'",
        "a --entry 1, FILE and --entry do not go together",
        "--all --since 2h, --since and --all do not go together",
        "a --all --since 2h, FILE and --since and --all do not go together",
        "--job 1 --batch 2, --job and --batch do not go together",
        "--last a, FILE and --last do not go together",
        "--entry 1 --last, --entry and --last do not go together"
    })
    void what_makes_no_sense_is_wrong_usage(String arguments, String objection) {
        run(arguments.split(" ")).exitsWith(2);
        assertThat(command.err()).isEqualTo("arrtheaudio: " + objection + "; see arrtheaudio undo --help\n");
        assertThat(command.wiring.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--entry", "--job", "--batch"})
    void an_empty_id_fits_everything_and_is_refused(String option) {
        run(option, " ").exitsWith(2);
        assertThat(command.err()).isEqualTo("arrtheaudio: " + option + " is empty; see arrtheaudio undo --help\n");
    }

    @Test
    void a_moment_that_cannot_be_read_is_wrong_usage() {
        run("--since", "yesterday").exitsWith(2);
        assertThat(command.err()).startsWith("arrtheaudio: --since was 'yesterday' but must be a time back such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--since 2h", "--job 4", "--batch 5"})
    void many_changes_are_not_taken_back_unasked(String choice) {
        run(choice.split(" ")).exitsWith(2);
        assertThat(command.wiring.calls).isEmpty();
        assertThat(command.err())
                .isEqualTo("arrtheaudio: undo changes files, and there is no terminal to ask for consent;"
                        + " add --yes to let it, or --dry-run to only look\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--all, Take back every change in the journal? [y/N]",
        "--since 2h, Take back every change since 2h? [y/N]",
        "--job 4, Take back every change of job 4? [y/N]",
        "--batch 5, Take back every change of batch 5? [y/N]"
    })
    void a_terminal_is_asked(String choice, String question) {
        command.onTerminal(Side.IN, Side.ERR).input("y\n");
        run(choice.split(" ")).exitsWith(0);
        assertThat(command.err()).startsWith(question);
        assertThat(command.wiring.undos).hasSize(1);
    }

    @Test
    void no_is_no() {
        command.onTerminal(Side.IN, Side.ERR).input("n\n");
        run("--all").exitsWith(1);
        assertThat(command.wiring.calls).isEmpty();
        assertThat(command.err()).contains("nothing was changed");
    }

    private static UndoRequest everything() {
        return new UndoRequest(List.of(), "", "", Instant.EPOCH, Extent.EVERY, false);
    }

    private UndoRequest asked(String... arguments) {
        run(arguments);
        return command.wiring.undos.get(command.wiring.undos.size() - 1);
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "undo";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.run(arguments.length == 1 && arguments[0].isEmpty() ? new String[] {"undo"} : all);
    }
}
