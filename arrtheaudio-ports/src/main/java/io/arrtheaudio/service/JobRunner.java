package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.out.Doing;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.port.out.Span;
import io.arrtheaudio.port.out.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one job: asks for its file to be fixed, and makes of the answer what becomes of the job. Keeps nothing, and starts no
 * thread.
 *
 * <p>Thread-safe.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final FixDefaultAudio fix;
    private final MediaFiles files;
    private final Supplier<JobRules> rules;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Telemetry telemetry;

    /**
     * Everything from outside is handed in.
     *
     * @param rules asked for each job, so that they may change
     * @param chance spreads what is tried again; must be thread-safe
     * @param telemetry is told when a job begins and ends
     */
    public JobRunner(
            FixDefaultAudio fix,
            MediaFiles files,
            Supplier<JobRules> rules,
            InstantSource clock,
            RandomGenerator chance,
            Telemetry telemetry) {
        this.fix = Objects.requireNonNull(fix, "fix");
        this.files = Objects.requireNonNull(files, "files");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.chance = Objects.requireNonNull(chance, "chance");
        this.telemetry = Objects.requireNonNull(telemetry, "telemetry");
    }

    /** What becomes of the job. Whatever breaks is a failed one, for no file may end its worker. */
    Settlement run(WorkInHand work) {
        Job job = work.job();
        Span span = telemetry.begin(Doing.JOB, job.id(), job.request().correlation());
        try {
            Settlement settlement = settled(work);
            if (settlement instanceof Settlement.Finished finished
                    && finished.result().kind() == ResultKind.FAILED) {
                span.failed(finished.result().message());
            }
            return settlement;
        } finally {
            span.close();
        }
    }

    private Settlement settled(WorkInHand work) {
        Instant start = clock.instant();
        try {
            return settlement(work, rules.get(), start);
        } catch (RuntimeException | Error e) {
            String received = work.job().file().received();
            LOG.error("unexpected failure in job {} of {}", work.job().id(), received, e);
            return new Settlement.Finished(JobResult.failed(
                    Remedy.REPORT_BUG,
                    "cannot fix " + received + ": unexpected " + e + "; please report this",
                    since(start)));
        }
    }

    private Settlement settlement(WorkInHand work, JobRules now, Instant start) {
        Job job = work.job();
        JobVerdict verdict = new JobVerdict(work, now, files, chance, clock.instant(), Duration.ZERO);
        if (work.isCancelled()) {
            return verdict.stopped();
        }
        if (!job.file().isMapped()) {
            return verdict.unmapped();
        }
        if (now.roots().isEmpty()) {
            return verdict.nowhereAllowed();
        }
        Outcome outcome = fix.fix(job.file().path(), options(work, now));
        return outcome.fold(new JobVerdict(work, now, files, chance, clock.instant(), since(start)));
    }

    private static FixOptions options(WorkInHand work, JobRules rules) {
        Job job = work.job();
        JobRequest request = job.request();
        return new FixOptions(
                rules.roots(),
                new AboutTitle(OriginalLanguage.UNKNOWN, request.original(), request.title()),
                List.of(),
                isFound(request) ? rules.minAge() : Duration.ZERO,
                request.dryRun(),
                request.force(),
                causeOf(job),
                work);
    }

    /** Whether nobody but a batch has told of the file, so that nobody knows whether it is complete. */
    private static boolean isFound(JobRequest request) {
        return request.webhook().isEmpty()
                && (request.source() == JobSource.BATCH || request.source() == JobSource.SCHEDULE);
    }

    /** As undo asks for it. */
    private static String causeOf(Job job) {
        String batch = job.request().batch();
        return batch.isEmpty() ? "job " + job.id() : "batch " + batch;
    }

    /** A wall clock may be set back meanwhile. */
    private Duration since(Instant start) {
        Duration time = Duration.between(start, clock.instant());
        return time.isNegative() ? Duration.ZERO : time;
    }
}
