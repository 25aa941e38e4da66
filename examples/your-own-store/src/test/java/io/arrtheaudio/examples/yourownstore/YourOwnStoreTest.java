package io.arrtheaudio.examples.yourownstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.embedded.ArrTheAudio;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.out.OwnerLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YourOwnStoreTest {

    @TempDir
    private Path folder;

    @Test
    void a_change_is_in_the_database_and_is_taken_back_from_there_by_a_later_run() throws IOException, SQLException {
        Path film = Files.write(folder.resolve("film.mkv"), withDefault(1));

        YourOwnStore.main(new String[] {folder.toString(), film.toString()});

        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(2));
        try (OwnerLocks owners = LockFiles.in(folder.resolve("locks"));
                MyDatabase database = MyDatabase.open(folder.resolve("my.db"))) {
            JournalTable journal = new JournalTable(database, owners);
            assertThat(journal.find(JournalQuery.EVERYTHING))
                    .singleElement()
                    .matches(entry -> !entry.isOpen())
                    .extracting(JournalEntry::change)
                    .matches(change -> change.file().path().endsWith("film.mkv"));
            try (ArrTheAudio audio = ArrTheAudio.with(journal).open()) {
                assertThat(audio.undo(film)).containsInstanceOf(UndoOutcome.Undone.class);
            }
        }
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(1));
    }

    private static byte[] withDefault(int track) {
        return TinyMatroska.with(Tracks.three(track)).toBytes();
    }
}
