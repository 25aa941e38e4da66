package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.health.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private static final Finding WELL = Finding.ok("data folder", "/config on ext4");
    private static final Finding ODD = Finding.warning("ffmpeg", "is not there", "install ffmpeg, or leave it");
    private static final Finding ILL =
            Finding.problem("library /media/日本", "cannot be written to", "give it to this user");

    private final CommandRun command = new CommandRun();

    @Test
    void every_finding_is_a_line_and_what_to_do_stands_below() {
        command.wiring.source = "/config/config.yaml";
        command.wiring.findings = List.of(WELL, ODD, ILL);
        command.run("admin", "doctor").exitsWith(1);
        assertThat(command.out()).isEqualTo("""
                        ok       settings             /config/config.yaml
                        ok       data folder          /config on ext4
                        warning  ffmpeg               is not there
                                 install ffmpeg, or leave it
                        problem  library /media/日本  cannot be written to
                                 give it to this user
                        """);
        assertThat(command.err()).isEmpty();
    }

    @Test
    void a_warning_is_no_failure() {
        command.wiring.findings = List.of(WELL, ODD);
        command.run("admin", "doctor").exitsWith(0);
        assertThat(command.out()).startsWith("ok       settings     no settings file, so the defaults hold\n");
    }

    @Test
    void nothing_is_recovered_or_fixed_and_all_is_closed() {
        command.run("--any-owner", "admin", "doctor").exitsWith(0);
        assertThat(command.wiring.calls).isEmpty();
        assertThat(command.wiring.closed).isOne();
        assertThat(command.wiring.opened.get(0).anyOwner()).isTrue();
    }

    @Test
    void a_terminal_shows_the_words_in_colour() {
        command.wiring.findings = List.of(ODD, ILL);
        command.onTerminal().run("admin", "doctor").exitsWith(1);
        assertThat(command.out())
                .contains("\u001b[32mok\u001b[0m       settings", "\u001b[33mwarning\u001b[0m  ffmpeg")
                .contains("\u001b[31mproblem\u001b[0m  library");
    }

    @Test
    void a_finding_cannot_start_a_new_line() {
        command.wiring.findings = List.of(Finding.problem("library /a\nb", "c\nd", "e\u001b[2J"));
        command.run("admin", "doctor").exitsWith(1);
        assertThat(command.out()).contains("problem  library /a\\nb  c\\nd\n         e\\x1b[2J\n");
    }

    @Test
    void programs_get_one_object_a_line() {
        command.wiring.findings = List.of(WELL, ILL);
        command.run("admin", "doctor", "--json").exitsWith(1);
        assertThat(Json.lines(command.out()))
                .hasSize(3)
                .contains(
                        Map.of("type", "finding", "level", "ok", "subject", "data folder", "found", "/config on ext4"))
                .last()
                .isEqualTo(Map.of(
                        "type", "finding",
                        "level", "problem",
                        "subject", "library /media/日本",
                        "found", "cannot be written to",
                        "remedy", "give it to this user"));
    }
}
