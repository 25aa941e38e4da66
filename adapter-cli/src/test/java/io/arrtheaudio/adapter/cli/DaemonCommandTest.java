package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaemonCommandTest {

    private final CommandRun command = new CommandRun();

    @AfterEach
    void forgetTheSignal() {
        Thread.interrupted(); // the fake stops the command by an interrupt
    }

    @Test
    void the_daemon_runs_until_it_is_stopped_and_is_closed_then() {
        command.run("daemon").exitsWith(130);
        assertThat(command.wiring.calls).containsExactly("serve - -");
        assertThat(command.wiring.closed).isEqualTo(1);
        assertThat(command.out()).isEqualTo("""
                listening at http://127.0.0.1:9393, ready after 1.5 ms
                stopping ...
                """);
    }

    @Test
    void address_and_port_of_the_command_line_are_handed_on() {
        command.run("daemon", "--host", "::1", "--port", "0");
        assertThat(command.wiring.calls).containsExactly("serve ::1 0");
    }

    @Test
    void a_key_of_its_own_is_shown_on_a_terminal() {
        command.wiring.keyFile = Optional.of(Path.of("/data/api.key"));
        command.onTerminal().run("daemon");
        assertThat(command.out()).contains("api key: the-key (kept in /data/api.key)\n");
    }

    @Test
    void a_key_is_never_shown_to_a_log() {
        command.wiring.keyFile = Optional.of(Path.of("/data/api.key"));
        command.run("daemon");
        assertThat(command.out() + command.err())
                .contains("the api key is in /data/api.key\n")
                .doesNotContain("the-key");
    }

    @Test
    void what_is_odd_about_the_settings_is_told() {
        command.wiring.notices = List.of("config.yaml:1: odd");
        command.run("daemon");
        assertThat(command.err()).isEqualTo("note: config.yaml:1: odd\n");
    }

    @Test
    void a_daemon_that_cannot_start_says_why() {
        command.wiring.refusal =
                overrides -> new AudioFixException(Remedy.FIX_SETTINGS, "cannot listen at 0.0.0.0:9393: in use");
        command.run("daemon").exitsWith(2);
        assertThat(command.err()).isEqualTo("arrtheaudio: cannot listen at 0.0.0.0:9393: in use\n");
    }
}
