package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DebugBundleCommandTest {

    private final CommandRun command = new CommandRun();

    @Test
    void without_a_daemon_it_is_made_of_this_program() {
        command.run("admin", "debug-bundle").exitsWith(0);

        assertThat(command.wiring.bundle.asked).containsExactly("'' ''");
        assertThat(command.out().lines())
                .containsExactly(
                        "/b/debug.tar.gz: versions.txt, threads.txt",
                        "look through it before you hand it on: names of your files and folders are in it");
        assertThat(command.wiring.closed).isOne();
    }

    @Test
    void a_daemon_that_runs_tells_of_its_threads() {
        try (DaemonStub daemon = DaemonStub.answering(200, "\"worker\" waits")) {
            command.wiring.daemon = new Wiring.DaemonAddress(daemon.uri(), "the-key");

            command.run("admin", "debug-bundle", "-o", "/b/x.tar.gz", "--json").exitsWith(0);

            assertThat(daemon.requests()).containsExactly("GET /api/v1/admin/threads key the-key null ");
        }
        assertThat(command.wiring.bundle.asked).containsExactly("'/b/x.tar.gz' '\"worker\" waits'");
        assertThat(Json.object(command.out()))
                .isEqualTo(Map.of(
                        "type", "bundle",
                        "file", "/b/debug.tar.gz",
                        "parts", List.of("versions.txt", "threads.txt")));
    }

    @Test
    void what_a_daemon_says_that_wants_another_key_is_not_taken_for_threads() {
        try (DaemonStub daemon = DaemonStub.answering(401, "no")) {
            command.wiring.daemon = new Wiring.DaemonAddress(daemon.uri(), "");

            command.run("admin", "debug-bundle").exitsWith(0);
        }
        assertThat(command.wiring.bundle.asked).containsExactly("'' ''");
    }
}
