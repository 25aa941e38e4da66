package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackupCommandTest {

    private final CommandRun command = new CommandRun();

    @Test
    void a_backup_is_made_in_the_current_folder_and_shown() {
        command.run("admin", "backup").exitsWith(0);

        assertThat(command.wiring.backups.calls).containsExactly("make '' false");
        assertThat(command.out().lines())
                .containsExactly(
                        "/b/x.tar.gz: 2.3 kB",
                        "  arrtheaudio.db  4.1 kB",
                        "  settings.yaml   12 bytes",
                        "without keys and other secrets; --with-secrets takes them in");
    }

    @Test
    void a_file_and_secrets_are_asked_for() {
        command.run("admin", "backup", "-o", "/b/y.tar.gz", "--with-secrets", "--json")
                .exitsWith(0);

        assertThat(command.wiring.backups.calls).containsExactly("make '/b/y.tar.gz' true");
        assertThat(Json.object(command.out()))
                .isEqualTo(Map.of(
                        "type",
                        "backup",
                        "file",
                        "/b/x.tar.gz",
                        "bytes",
                        2_345L,
                        "made",
                        "2026-11-25T13:46:42Z",
                        "program",
                        "0.1.0",
                        "schema",
                        4L,
                        "with_secrets",
                        true,
                        "parts",
                        Map.of("arrtheaudio.db", 4_096L, "settings.yaml", 12L)));
    }

    @Test
    void without_a_terminal_nothing_is_restored_unless_told() {
        command.run("admin", "restore", "/b/x.tar.gz").exitsWith(2);
        assertThat(command.err()).contains("restore replaces what the program remembers", "add --yes");
        assertThat(command.wiring.backups.calls).containsExactly("look /b/x.tar.gz");
    }

    @Test
    void whoever_says_yes_is_not_asked() {
        command.run("admin", "restore", "/b/x.tar.gz", "--yes").exitsWith(0);

        assertThat(command.wiring.backups.calls).containsExactly("restore /b/x.tar.gz");
        assertThat(command.out())
                .contains("by version 0.1.0 is in place", "what was there before is in /data/replaced-1")
                .contains("its settings are in /data/settings.yaml; they are not used there");
    }

    @Test
    void on_a_terminal_it_asks_by_the_time_of_the_backup() {
        command.onTerminal().input("n\n").run("admin", "restore", "/b/x.tar.gz").exitsWith(1);
        assertThat(command.err()).contains("by the backup of 2026-11-25").contains("nothing was changed");
        assertThat(command.wiring.backups.calls).containsExactly("look /b/x.tar.gz");

        command.input("y\n").run("admin", "restore", "/b/x.tar.gz").exitsWith(0);
        assertThat(command.wiring.backups.calls).endsWith("restore /b/x.tar.gz");
    }

    @Test
    void programs_get_one_object_of_what_was_restored() {
        command.run("admin", "restore", "/b/x.tar.gz", "--yes", "--json").exitsWith(0);

        assertThat(Json.object(command.out()))
                .containsEntry("type", "restored")
                .containsEntry("replaced", "/data/replaced-1")
                .containsEntry("schema", 4L);
    }

    @Test
    void what_is_no_backup_is_a_failure_before_anybody_is_asked() {
        command.wiring.backups.refusal = new AudioFixException(Remedy.FIX_FILE, "it is cut off");
        command.onTerminal().input("y\n").run("admin", "restore", "/b/x.tar.gz").exitsWith(1);
        assertThat(command.err()).contains("it is cut off").doesNotContain("[y/N]");
    }
}
