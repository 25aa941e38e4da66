package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.kit.InMemoryBackupArchives;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.out.Snapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackupServiceTest {

    private static final Path FILE = Path.of("/b/x.tar.gz");

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-25T12:00:00.7Z"));
    private final InMemoryBackupArchives archives = new InMemoryBackupArchives();
    private final Steps steps = new Steps();
    private boolean isInUse;
    private final BackupService service = new BackupService(
            steps,
            archives,
            withSecrets -> withSecrets ? Map.of(BackupPart.API_KEY, new byte[0]) : Map.of(),
            () -> isInUse,
            new BackupRules("0.1.0", ZoneOffset.ofHours(2)),
            clock);

    @Test
    void a_backup_has_the_wall_clock_in_its_name_and_the_moment_on_its_label() {
        BackupFile made = service.make(Path.of("/b"), false);

        assertThat(made.file()).isEqualTo(Path.of("/b/arrtheaudio_backup_20261125_140000.tar.gz"));
        assertThat(made.file().getFileName().toString()).matches(BackupService.NAMES);
        assertThat(made.backup().label().made()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(made.backup().label().schema()).isEqualTo(4);
        assertThat(made.backup().has(BackupPart.API_KEY)).isFalse();
        assertThat(steps.done).containsExactly("take", "close");
    }

    @Test
    void secrets_are_in_it_if_they_are_wanted() {
        assertThat(service.make(FILE, true).backup().has(BackupPart.API_KEY)).isTrue();
    }

    @Test
    void the_copy_is_removed_when_no_backup_can_be_made_of_it() {
        service.make(FILE, false);

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> service.make(FILE, false));

        assertThat(steps.done).containsExactly("take", "close", "take", "close");
    }

    @Test
    void a_backup_is_looked_through_before_it_is_put_in_place() {
        service.make(FILE, false);
        steps.done.clear();

        assertThat(service.restore(FILE).replaced()).isEqualTo(Path.of("/data/replaced"));

        assertThat(steps.done).containsExactly("stage", "examine", "replace", "discard");
    }

    @Test
    void what_is_no_backup_touches_nothing() {
        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> service.restore(FILE));
        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> service.look(FILE));

        assertThat(steps.done).isEmpty();
    }

    @Test
    void while_a_program_uses_the_data_nothing_is_touched() {
        service.make(FILE, false);
        steps.done.clear();
        isInUse = true;

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> service.restore(FILE))
                .withMessageContaining("nothing was changed")
                .matches(e -> e.remedy() == Remedy.RETRY_LATER);
        assertThat(steps.done).isEmpty();
    }

    @Test
    void a_program_that_began_meanwhile_is_noticed_too() {
        service.make(FILE, false);
        steps.done.clear();
        steps.whenExamined = () -> isInUse = true;

        assertThatExceptionOfType(AudioFixException.class).isThrownBy(() -> service.restore(FILE));
        assertThat(steps.done).containsExactly("stage", "examine", "discard");
    }

    @Test
    void a_label_that_lies_about_the_tables_is_refused() {
        service.make(FILE, false);
        steps.done.clear();
        steps.schema = 3;

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> service.restore(FILE))
                .withMessageContaining("of version 4, but they are of version 3")
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        assertThat(steps.done).containsExactly("stage", "examine", "discard");
    }

    /** Writes down what is done. */
    private static final class Steps implements Snapshots {

        final List<String> done = new ArrayList<>();
        int schema = 4;
        Runnable whenExamined = () -> {};

        @Override
        public Snapshot take() {
            done.add("take");
            return new Snapshot() {
                @Override
                public Path file() {
                    return Path.of("/data/snapshot");
                }

                @Override
                public int schema() {
                    return schema;
                }

                @Override
                public void close() {
                    done.add("close");
                }
            };
        }

        @Override
        public Path stage() {
            done.add("stage");
            return Path.of("/data/staged");
        }

        @Override
        public int examine(Path staged) {
            done.add("examine");
            whenExamined.run();
            return schema;
        }

        @Override
        public Path replaceBy(Path staged) {
            done.add("replace");
            return Path.of("/data/replaced");
        }

        @Override
        public void discard(Path staged) {
            done.add("discard");
        }
    }
}
