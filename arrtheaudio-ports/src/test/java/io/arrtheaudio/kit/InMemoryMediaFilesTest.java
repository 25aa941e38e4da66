package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryMediaFilesTest extends MediaFilesContract {

    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(new StoppedClock(Instant.EPOCH));

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return disk;
    }

    @Test
    void setting_the_time_of_a_file_nobody_looked_at_is_misuse() {
        Path file = disk.put("film.mkv");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> disk.setModified(file, Instant.EPOCH))
                .withMessageContaining("nobody looked at");
    }

    @Test
    void link_counts_can_be_hidden() {
        Path file = disk.put("film.mkv");
        disk.hideLinkCounts();

        assertThat(disk.stat(file).links()).isZero();
    }
}
