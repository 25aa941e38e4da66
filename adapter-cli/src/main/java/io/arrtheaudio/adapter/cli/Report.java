package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;

/** Shows results, for people or for programs. Thread-safe. */
interface Report {

    /** What became of a file. */
    void outcome(Outcome outcome, Duration took);

    /** What is in a file, named as the user named it, and what would be chosen. */
    void inspection(Path file, Inspection inspection);

    /** What was not looked at. */
    void passedOver(Path path, String why);

    /** What a scan came to; the last word of it. */
    void summary(ScanSummary summary, boolean dryRun);
}
