package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of a large file's copy while a command makes it. */
class CopyProgressTest {

    private static final String ERASE = "\r\u001b[K";

    private final CommandRun command = new CommandRun();

    @BeforeEach
    void a_copy_of_twenty_gigabytes() {
        command.wiring.fixes = this::copying;
    }

    @Test
    void a_terminal_shows_each_percent_once_and_nothing_stays() {
        command.onTerminal(Side.ERR).run("process", "/media/Film.mkv").exitsWith(0);
        assertThat(command.err())
                .isEqualTo(ERASE + "copying Film.mkv: 0% of 20 GB" + ERASE + "copying Film.mkv: 42% of 20 GB" + ERASE
                        + "copying Film.mkv: 100% of 20 GB" + ERASE);
        assertThat(command.out()).startsWith("changed       /media/Film.mkv").doesNotContain("\u001b");
    }

    @Test
    void a_long_name_is_cut_to_the_width_of_the_terminal() {
        command.onTerminal(Side.ERR)
                .environment(Map.of("COLUMNS", "40"))
                .run("process", "/media/A film whose name is long.mkv")
                .exitsWith(0);
        assertThat(command.err()).contains(ERASE + "copying A film whose n...: 42% of 20 GB" + ERASE);
    }

    @Test
    void a_pipe_and_a_dumb_terminal_get_nothing() {
        command.run("process", "/media/Film.mkv").exitsWith(0);
        command.onTerminal(Side.ERR)
                .environment(Map.of("TERM", "dumb"))
                .run("process", "/media/Film.mkv")
                .exitsWith(0);
        assertThat(command.err()).isEmpty();
    }

    private Outcome copying(Path file) {
        FixOptions options = command.wiring.options.get(command.wiring.options.size() - 1);
        for (long bytes : new long[] {0, 1, 8_400_000_000L, 8_400_000_001L, 20_000_000_000L}) {
            options.progress().written(file, bytes, 20_000_000_000L);
        }
        assertThat(options.progress().isCancelled()).isFalse();
        return Sample.changed(file);
    }
}
