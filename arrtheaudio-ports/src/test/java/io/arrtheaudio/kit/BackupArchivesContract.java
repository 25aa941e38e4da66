package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.backup.BackupLabel;
import io.arrtheaudio.domain.backup.BackupPart;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.BackupArchives;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link BackupArchives} does. */
public abstract class BackupArchivesContract {

    private static final BackupLabel LABEL = InMemoryBackupArchives.label(Instant.parse("2026-11-25T13:46:42Z"));
    private static final String NAMES = "backup_[0-9]+\\.tar\\.gz";

    /** Those of this test. */
    protected abstract BackupArchives archives();

    /** A folder that is there, whose path has no dot in its name. */
    protected abstract Path folder();

    /** A database that nobody writes to, outside of that folder. */
    protected abstract Path database();

    /** An empty folder, outside of that folder, to take a backup apart in. */
    protected abstract Path emptyFolder();

    @Test
    public final void a_folder_gets_a_file_of_the_name_for_it_and_a_file_is_as_it_was_named() {
        assertThat(write(folder(), "backup_1.tar.gz").file()).isEqualTo(folder().resolve("backup_1.tar.gz"));
        Path named = folder().resolve("mine.tar.gz");
        assertThat(write(named, "backup_2.tar.gz").file()).isEqualTo(named);
    }

    @Test
    public final void what_was_written_says_of_itself_the_same_whenever_it_is_read() {
        BackupFile written = write(folder(), "backup_1.tar.gz");

        Backup backup = archives().verify(written.file());

        assertThat(backup).isEqualTo(written.backup());
        assertThat(backup.label()).isEqualTo(LABEL);
        assertThat(backup.has(BackupPart.DATABASE)).isTrue();
        assertThat(backup.has(BackupPart.SETTINGS)).isTrue();
        assertThat(backup.has(BackupPart.API_KEY)).isFalse();
        assertThat(archives().unpack(written.file(), emptyFolder())).isEqualTo(backup);
    }

    @Test
    public final void nothing_is_written_over() {
        BackupFile first = write(folder(), "backup_1.tar.gz");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives().write(first.file(), "", LABEL, database(), Map.of()))
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
        assertThat(archives().verify(first.file())).isEqualTo(first.backup());
    }

    @Test
    public final void what_is_not_there_cannot_be_read() {
        Path nothing = folder().resolve("none.tar.gz");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives().verify(nothing))
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives().unpack(nothing, emptyFolder()))
                .matches(e -> e.remedy() == Remedy.FIX_FILE);
    }

    @Test
    public final void only_the_newest_of_those_that_may_go_stay() {
        for (int i = 1; i <= 4; i++) {
            write(folder(), "backup_" + i + ".tar.gz");
        }
        Path mine = write(folder().resolve("mine.tar.gz"), "").file();

        assertThat(archives().keepNewest(folder(), NAMES, 2)).isEqualTo(2);
        assertThat(archives().keepNewest(folder(), NAMES, 2)).isZero();

        archives().verify(mine);
        archives().verify(folder().resolve("backup_3.tar.gz"));
        archives().verify(folder().resolve("backup_4.tar.gz"));
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> archives().verify(folder().resolve("backup_2.tar.gz")));
        write(folder(), "backup_2.tar.gz"); // there is nothing of that name any more
    }

    @Test
    public final void a_folder_that_is_made_can_be_written_to_and_made_again() {
        Path made = folder().resolve("made");

        archives().makeFolder(made);
        BackupFile written = write(made, "backup_1.tar.gz");
        archives().makeFolder(made);

        assertThat(archives().verify(written.file())).isEqualTo(written.backup());
    }

    private BackupFile write(Path place, String name) {
        return archives().write(place, name, LABEL, database(), Map.of(BackupPart.SETTINGS, new byte[] {1, 2, 3}));
    }
}
