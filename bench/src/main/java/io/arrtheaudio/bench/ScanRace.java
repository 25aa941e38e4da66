package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promise;
import io.arrtheaudio.bench.page.Work;

/** How many files a scan does in a second. */
final class ScanRace implements Part {

    private static final int FILES = 4_000;
    private static final int ROUNDS = 3;
    private static final int WORKERS = 2;

    @Override
    public void run(Work work) throws Exception {
        Library library = Library.in(work.folder(), work.effort().count(FILES));
        int rounds = work.effort().rounds(ROUNDS);
        work.report().table("scan of " + library.files() + " files", "files a second, median of " + rounds);
        try (Program program = Program.in(work.folder().resolve("data"))) {
            rate(new Scanning(program, library, false, WORKERS), library, rounds); // warm
            double right = rate(new Scanning(program, library, false, WORKERS), library, rounds);
            row(work, "every file right, 2 workers", right);
            work.report().measured(Promise.SCAN_RIGHT, right);
            for (int workers : new int[] {WORKERS, 4, 8}) {
                double wrong = rate(new Scanning(program, library, true, workers), library, rounds);
                row(work, "every file wrong, journal and change forced to disk, " + workers + " workers", wrong);
                if (workers == WORKERS) {
                    work.report().measured(Promise.SCAN_WRONG, wrong);
                }
            }
        }
        Scanning unrecorded = new Scanning(Program.with(new NoJournal()), library, true, WORKERS);
        row(work, "every file wrong, no journal, 2 workers", rate(unrecorded, library, rounds));
    }

    private static void row(Work work, String what, double rate) {
        work.report().row(what, String.format("**%.0f**", rate));
    }

    private static double rate(Scanning scanning, Library library, int rounds) throws Exception {
        return library.files() / (Race.of(rounds, scanning).median() / 1000);
    }
}
