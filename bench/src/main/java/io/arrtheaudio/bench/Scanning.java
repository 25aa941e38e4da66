package io.arrtheaudio.bench;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.ScanSummary;
import java.util.concurrent.Callable;

/** Scans a library of which every file is right, or, as the wish changes from scan to scan, every file is wrong. */
final class Scanning implements Callable<ScanSummary> {

    private final Program program;
    private final Library library;
    private final boolean isWrong;
    private final int workers;
    private Language wanted = Program.ENGLISH;

    /** The library's default is English afterwards, whatever the last measurement has left. */
    Scanning(Program program, Library library, boolean isWrong, int workers) {
        this.program = program;
        this.library = library;
        this.isWrong = isWrong;
        this.workers = workers;
        program.scan(library.folder(), wanted, workers);
    }

    @Override
    public ScanSummary call() {
        if (isWrong) {
            wanted = wanted.equals(Program.ENGLISH) ? Program.JAPANESE : Program.ENGLISH;
        }
        ScanSummary summary = program.scan(library.folder(), wanted, workers);
        if (summary.count(isWrong ? "changed" : "already_correct") != library.files()) {
            throw new IllegalStateException("unexpected " + summary);
        }
        return summary;
    }
}
