package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.Happening;
import io.arrtheaudio.port.out.Happening.FileKind;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells how one file was dealt with, and how long that took.
 *
 * <p>One thread at a time.
 */
final class FileReport {

    private final Telemetry telemetry;
    private final InstantSource clock;
    private final Instant start;
    private FileKind kind;
    private boolean isSeen;

    /** The work on the file begins. */
    FileReport(Telemetry telemetry, InstantSource clock, Path file) {
        this.telemetry = telemetry;
        this.clock = clock;
        this.start = clock.instant();
        this.kind = Container.promisedBy(file.toString()).map(FileKind::of).orElse(FileKind.OTHER);
    }

    /** There is such a file. */
    void seen() {
        isSeen = true;
    }

    /** What the file is by its content. */
    void found(InspectedFile file) {
        kind = file.fold(media -> FileKind.of(media.file().container()), other -> FileKind.OTHER);
    }

    /**
     * The work has ended. If it was stopped on purpose, the file was not dealt with; nor was one that is not there, or not
     * whole yet, for whoever told of it waits and looks again. What comes of that in the end is told of its job.
     */
    void ended(Outcome outcome, Progress progress) {
        if (outcome instanceof Outcome.Failed failed) {
            if (!isSeen || failed.obstacle() == Obstacle.UNFINISHED || isStopped(failed, progress)) {
                return;
            }
            telemetry.happened(new Happening.Troubled(failed.remedy(), Happening.Component.FILES));
        }
        telemetry.happened(new Happening.FileProcessed(outcome, kind, took()));
    }

    /** There is no outcome: the program has broken a promise. */
    void broke() {
        telemetry.happened(new Happening.Troubled(Remedy.REPORT_BUG, Happening.Component.FILES));
    }

    private static boolean isStopped(Outcome.Failed failed, Progress progress) {
        return failed.remedy() == Remedy.RETRY_LATER
                && (failed.obstacle() == Obstacle.STOPPING || progress.isCancelled());
    }

    /** A wall clock may be set back meanwhile. */
    private Duration took() {
        Duration time = Duration.between(start, clock.instant());
        return time.isNegative() ? Duration.ZERO : time;
    }
}
