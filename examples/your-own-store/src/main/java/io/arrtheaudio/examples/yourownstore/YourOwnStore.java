package io.arrtheaudio.examples.yourownstore;

import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.embedded.ArrTheAudio;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import java.sql.SQLException;

/** Fixes a film and keeps the way back in a database of one's own: {@code YourOwnStore FOLDER FILM}. */
public final class YourOwnStore {

    private YourOwnStore() {}

    /** The locks tell which programs are alive, so that a change that was cut off is settled by the next one. */
    public static void main(String[] args) throws SQLException {
        Path folder = Path.of(args[0]);
        try (OwnerLocks owners = LockFiles.in(folder.resolve("locks"));
                MyDatabase database = MyDatabase.open(folder.resolve("my.db"));
                ArrTheAudio audio = ArrTheAudio.with(new JournalTable(database, owners))
                        .languages("jpn", "eng")
                        .open()) {
            Outcome outcome = audio.fix(Path.of(args[1]));
            System.out.println(outcome.word() + ": " + outcome.why());
        }
    }
}
