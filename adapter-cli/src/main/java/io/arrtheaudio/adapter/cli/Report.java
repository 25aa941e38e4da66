package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.in.BackupDesk.Restored;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Shows results, for people or for programs. Thread-safe. */
interface Report {

    /** What became of a file. */
    void outcome(Outcome outcome, Duration took);

    /** What is in a file, named as the user named it, and what would be chosen. */
    void inspection(Path file, Inspection inspection);

    /** What was not looked at. */
    void passedOver(Path path, String why);

    /** What became of a change that an earlier run did not end. */
    void recovered(Recovered change);

    /** What became of the wish to take a change back. */
    void undo(UndoOutcome outcome);

    /** What taking changes back came to; the last word of it. */
    void undoSummary(UndoSummary summary);

    /** How the things are that the program needs. */
    void findings(List<Finding> findings);

    /** What was answered about titles, and what Arr apps told of them. */
    void answers(List<KnownLanguage> answers, List<ToldTitle> told);

    /** How many answers about titles were forgotten. */
    void forgotten(int answers);

    /** A backup that was made. */
    void backup(BackupFile made);

    /** A backup that was put back. */
    void restored(Restored restored);

    /**
     * What a scan came to; the last word of it.
     *
     * @param unanswered for how many films the original language was asked in vain
     */
    void summary(ScanSummary summary, boolean dryRun, long unanswered);
}
