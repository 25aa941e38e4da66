package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.port.out.EditWriter;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEditWriterTest extends EditWriterContract {

    private static final EditPlan ONE_TO_TWO =
            new EditPlan(List.of(new Patch(0, Bytes.of((byte) 1), Bytes.of((byte) 2))), "count");

    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(new StoppedClock(Instant.EPOCH));
    private final InMemoryEditWriter writer = new InMemoryEditWriter(disk);

    @Override
    protected TestDisk disk() {
        return disk;
    }

    @Override
    protected MediaFiles files() {
        return disk;
    }

    @Override
    protected EditWriter writer() {
        return writer;
    }

    @Test
    void writing_to_a_file_nobody_looked_at_is_misuse() {
        Path file = disk.put("film.mkv", (byte) 1);

        isMisuse(new FileIdentity(file, "inode 1", 1, Instant.EPOCH), "nobody looked at");
    }

    @Test
    void writing_to_a_read_only_file_is_misuse() {
        Path file = disk.put("film.mkv", (byte) 1);
        disk.setWritable(file, false);

        isMisuse(disk.stat(file).identity(), "read-only");
    }

    @Test
    void writing_from_two_threads_at_once_is_misuse() {
        FileIdentity file = disk.stat(disk.put("film.mkv", (byte) 1)).identity();
        writer.atNextWrite(() -> isMisuse(file, "two threads"));

        writer.write(file, ONE_TO_TWO);
    }

    @Test
    void an_arranged_failure_happens_once_and_writes_nothing() {
        FileIdentity file = disk.stat(disk.put("film.mkv", (byte) 1)).identity();
        writer.atNextWrite(() -> {
            throw new IllegalStateException("arranged");
        });

        assertThatIllegalStateException().isThrownBy(() -> writer.write(file, ONE_TO_TWO));
        assertThat(disk.content(file.path())).containsExactly(1);
        writer.write(file, ONE_TO_TWO);
        assertThat(disk.content(file.path())).containsExactly(2);
        assertThat(writer.written()).containsExactly(ONE_TO_TWO);
    }

    private void isMisuse(FileIdentity file, String because) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> writer.write(file, ONE_TO_TWO))
                .withMessageContaining(because);
    }
}
