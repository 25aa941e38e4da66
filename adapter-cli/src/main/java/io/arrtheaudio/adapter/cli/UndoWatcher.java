package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.port.in.UndoObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shows what an undo does while it does it, and ends it when the user, or the reader of a pipe, has gone.
 *
 * <p>One thread at a time.
 */
final class UndoWatcher implements UndoObserver {

    private final Report report;
    private final CopyProgress progress;
    private final Screen screen;
    private final Set<Path> seen = new LinkedHashSet<>();
    private boolean readerGone;
    private int worst = ExitCode.DONE;

    UndoWatcher(Report report, CopyProgress progress, Screen screen) {
        this.report = report;
        this.progress = progress;
        this.screen = screen;
    }

    @Override
    public void written(Path file, long bytes, long of) {
        progress.written(file, bytes, of);
    }

    @Override
    public void done(UndoOutcome outcome) {
        progress.clear();
        seen.add(absolute(outcome.file()));
        worst = Math.max(worst, exitCode(outcome));
        report.undo(outcome);
        if (!readerGone && screen.isClosed()) {
            readerGone = true;
            screen.complain("stopped early: nobody reads the output any more");
        }
    }

    @Override
    public boolean isCancelled() {
        return readerGone || progress.isCancelled();
    }

    /** Those of the files, by whatever name, of which no change was looked after. */
    List<Path> without(List<Path> files) {
        return files.stream().filter(file -> !isSeen(file)).toList();
    }

    /** What to tell the shell about what was done. */
    int exitCode() {
        if (progress.isCancelled()) {
            return ExitCode.STOPPED;
        }
        return readerGone ? ExitCode.FAILED : worst;
    }

    private boolean isSeen(Path file) {
        return seen.contains(absolute(file))
                || seen.contains(real(file))
                || seen.stream().anyMatch(other -> isSame(file, other)); // by another name: a hard link
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            return false; // one of them is not there
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file; // it is not there
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static int exitCode(UndoOutcome outcome) {
        if (outcome instanceof UndoOutcome.Failed failed) {
            return ExitCode.of(failed.remedy());
        }
        return outcome instanceof UndoOutcome.Refused ? ExitCode.FAILED : ExitCode.DONE;
    }
}
