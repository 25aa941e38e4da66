package io.arrtheaudio.bench;

import io.arrtheaudio.adapter.files.journal.FileEditJournal;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import java.nio.file.Path;

/** What each journal adds to a change: the same file switched without one, with SQLite, and with the folder of files. */
final class JournalRace implements Part {

    private static final int WARM = 500;
    private static final int ROUNDS = 301;

    @Override
    public void run(Work work) throws Exception {
        work.report()
                .table(
                        "one switch, forced, " + work.effort().rounds(ROUNDS) + " times",
                        "without a journal, ms min / median / max",
                        "journal in SQLite",
                        "journal in a folder of files");
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path file = new Films(work.folder()).real(extension, 5);
            work.report().row(extension + ", 5 MB", none(work, file), sqlite(work, file), files(work, file));
        }
    }

    private static Race none(Work work, Path file) throws Exception {
        return race(work, Program.with(new NoJournal()), file);
    }

    private static Race sqlite(Work work, Path file) throws Exception {
        try (Program program = Program.in(work.folder().resolve("sqlite"))) {
            return race(work, program, file);
        }
    }

    /** Its folder is new for each file: who looks for an entry reads all of them. */
    private static Race files(Work work, Path file) throws Exception {
        Path journal = work.folder().resolve("journal-of-" + file.getFileName());
        try (LockFiles locks = LockFiles.in(work.folder().resolve("locks"))) {
            return race(work, Program.with(FileEditJournal.in(journal, locks)), file);
        }
    }

    private static Race race(Work work, Program program, Path file) throws Exception {
        Tool.run("sync"); // what else is on its way to the disk would be forced with ours
        Switching switching = new Switching(program, file);
        for (int i = 0; i < work.effort().count(WARM); i++) {
            switching.call();
        }
        Race race = Race.of(work.effort().rounds(ROUNDS), switching);
        switching.restore();
        return race;
    }
}
