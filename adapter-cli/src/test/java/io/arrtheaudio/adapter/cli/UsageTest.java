package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    private final CommandRun command = new CommandRun();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "inspect",
                "process",
                "scan",
                "undo",
                "admin",
                "admin doctor",
                "version",
                "generate-completion"
            })
    void every_command_explains_itself(String name) {
        command.run((name + " --help").split(" ")).exitsWith(0);
        assertThat(command.out()).startsWith("Usage: arrtheaudio " + name);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void help_names_every_command_and_opens_nothing() {
        command.run("-h").exitsWith(0);
        assertThat(command.out())
                .contains("demo", "inspect", "process", "scan", "undo", "admin", "version", "generate-completion")
                .contains("Exit codes:");
        assertThat(command.wiring.opened).isEmpty();
    }

    @Test
    void help_is_plain_in_a_pipe_and_coloured_on_a_terminal() {
        assertThat(command.run("--help").out()).doesNotContain("\u001b");
        assertThat(new CommandRun().onTerminal().run("--help").out()).contains("\u001b[");
    }

    @Test
    void a_narrow_terminal_gets_help_as_well() {
        command.environment(Map.of("COLUMNS", "40")).run("scan", "--help").exitsWith(0);
        assertThat(command.out()).startsWith("Usage: arrtheaudio scan");
    }

    @Test
    void the_version_is_told_in_two_ways() {
        assertThat(command.run("--version").exitsWith(0).out()).isEqualTo("arrtheaudio 1.2.3\n");
        assertThat(new CommandRun().run("version").exitsWith(0).out()).startsWith("arrtheaudio 1.2.3\nJava ");
    }

    @Test
    void admin_alone_shows_its_usage_on_stderr() {
        command.run("admin").exitsWith(2);
        assertThat(command.err()).startsWith("Usage: arrtheaudio admin").contains("doctor");
    }

    @Test
    void no_command_shows_the_usage_on_stderr() {
        command.run().exitsWith(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).startsWith("Usage: arrtheaudio");
    }

    @Test
    void a_misspelled_command_is_guessed() {
        command.run("scna", "/media").exitsWith(2);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: do not know 'scna'; perhaps scan is meant;" + " see arrtheaudio --help\n");
    }

    @Test
    void an_unknown_option_is_one_line() {
        command.run("process", "--dryrun", "a.mkv").exitsWith(2);
        assertThat(command.err().lines()).hasSize(1);
        assertThat(command.err())
                .startsWith("arrtheaudio: do not know '--dryrun'")
                .contains("--dry-run");
    }

    @Test
    void a_missing_file_is_one_line() {
        command.run("process").exitsWith(2);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: Missing required parameter: 'FILE'; see arrtheaudio process --help\n");
    }

    @Test
    void bad_values_name_the_option_and_what_it_takes() {
        command.run("--log-level", "loud", "version").exitsWith(2);
        command.run("process", "--engine", "diesel", "a").exitsWith(2);
        command.run("process", "--languages", "jpn,klingonish", "a").exitsWith(2);
        command.run("process", "--original-language", "und", "a").exitsWith(2);
        command.run("scan", "--pattern", "*.{mkv", "a").exitsWith(2);
        command.run("process", "").exitsWith(2);
        assertThat(command.err().lines())
                .containsExactly(
                        "arrtheaudio: --log-level was 'loud' but must be one of error, warn, info, debug, trace;"
                                + " see arrtheaudio --help",
                        "arrtheaudio: --engine was 'diesel' but must be one of auto, builtin, tools;"
                                + " see arrtheaudio process --help",
                        "arrtheaudio: --languages was 'klingonish' but must be a language such as jpn, ja, pt-BR or"
                                + " Japanese; see arrtheaudio process --help",
                        "arrtheaudio: --original-language was 'und' but must be a language such as jpn, ja, pt-BR or"
                                + " Japanese; see arrtheaudio process --help",
                        "arrtheaudio: --pattern cannot be read: glob '*.{mkv' opens a brace that it does not close;"
                                + " see arrtheaudio scan --help",
                        "arrtheaudio: FILE is empty; see arrtheaudio process --help");
        assertThat(command.wiring.opened).isEmpty();
    }

    @Test
    void wrong_settings_are_a_line_for_each_problem() {
        command.wiring.refusal = overrides -> new AudioFixException(Remedy.FIX_SETTINGS, "line 1: bad\nline 2: worse");
        command.run("process", "a").exitsWith(2);
        assertThat(command.err()).isEqualTo("arrtheaudio: line 1: bad\narrtheaudio: line 2: worse\n");
    }

    @Test
    void a_surprise_is_one_line_without_a_stack_trace() {
        command.wiring.refusal = overrides -> new IllegalStateException("oh\u0007");
        command.run("process", "a").exitsWith(1);
        assertThat(command.err())
                .isEqualTo("arrtheaudio: unexpected java.lang.IllegalStateException: oh\\x07;"
                        + " please report this with the output of --log-level debug\n");
    }

    @Test
    void debug_shows_where_it_comes_from() {
        command.wiring.refusal = overrides -> new IllegalStateException("oh");
        command.run("--log-level", "debug", "process", "a").exitsWith(1);
        assertThat(command.err()).contains("    at io.arrtheaudio.adapter.cli.");
    }

    @Test
    void completion_knows_commands_and_options() {
        command.run("generate-completion").exitsWith(0);
        assertThat(command.out())
                .contains("complete -F _complete_arrtheaudio -o default arrtheaudio", "inspect", "--dry-run")
                .contains("undo", "--since", "admin", "doctor", "\"auto\" \"builtin\" \"tools\"", "--any-owner")
                .contains("error warn info debug trace".split(" "));
    }
}
