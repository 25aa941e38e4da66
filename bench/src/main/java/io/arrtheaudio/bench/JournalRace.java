package io.arrtheaudio.bench;

import io.arrtheaudio.adapter.files.journal.FileEditJournal;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import java.io.PrintStream;
import java.nio.file.Path;

/** What each journal adds to a change: the same file switched without one, with SQLite, and with the folder of files. */
final class JournalRace {

    private static final int WARM = 500;
    private static final int ROUNDS = 301;

    private final Path folder;
    private final PrintStream out;

    JournalRace(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        out.println("| one switch, forced, " + ROUNDS + " times | without a journal, ms min / median / max"
                + " | journal in SQLite | journal in a folder of files |");
        out.println("|---|---|---|---|");
        Samples samples = new Samples(folder);
        for (String extension : new String[] {"mkv", "mp4"}) {
            Path file = samples.real(extension, 5);
            out.printf("| %s, 5 MB | %s | %s | %s |%n", extension, none(file), sqlite(file), files(file));
        }
    }

    private Race none(Path file) throws Exception {
        return race(Program.with(new NoJournal()), file);
    }

    private Race sqlite(Path file) throws Exception {
        try (Program program = Program.in(folder.resolve("journal-sqlite"))) {
            return race(program, file);
        }
    }

    /** Its folder is new for each file: who looks for an entry reads all of them. */
    private Race files(Path file) throws Exception {
        Path journal = folder.resolve("journal-files-" + file.getFileName());
        try (LockFiles locks = LockFiles.in(folder.resolve("journal-locks"))) {
            return race(Program.with(FileEditJournal.in(journal, locks)), file);
        }
    }

    private static Race race(Program program, Path file) throws Exception {
        Tool.run("sync"); // what else is on its way to the disk would be forced with ours
        Switching switching = new Switching(program, file);
        for (int i = 0; i < WARM; i++) {
            switching.call();
        }
        Race race = Race.of(ROUNDS, switching);
        switching.restore();
        return race;
    }
}
