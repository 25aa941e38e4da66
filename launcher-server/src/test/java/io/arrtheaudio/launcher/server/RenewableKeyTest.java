package io.arrtheaudio.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.kit.StoppedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewableKeyTest {

    @TempDir
    private Path folder;

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00Z"));

    @Test
    void a_key_that_is_made_anew_holds_within_a_second() {
        ApiKeyFile file = new ApiKeyFile(folder);
        String first = file.readOrMake();
        RenewableKey key = new RenewableKey(file, first, clock);

        String second = file.rotate();

        assertThat(second).isNotEqualTo(first);
        assertThat(key.get()).as("looked at a moment ago").isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(key.get()).isEqualTo(second);
    }

    @Test
    void while_there_is_no_file_the_last_key_holds() throws IOException {
        ApiKeyFile file = new ApiKeyFile(folder);
        String first = file.readOrMake();
        RenewableKey key = new RenewableKey(file, first, clock);

        Files.delete(file.file());
        clock.advance(Duration.ofSeconds(2));

        assertThat(key.get()).isEqualTo(first);
    }
}
