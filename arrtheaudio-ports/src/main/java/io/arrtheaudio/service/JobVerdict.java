package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.library.MappedPath;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What becomes of a job after one look at its file.
 *
 * @param work the job
 * @param rules how often it is tried and how long it may wait
 * @param files asked whether the file is there, only if something went wrong
 * @param chance spreads what is tried again
 * @param now when the look ended
 * @param took how long it took
 */
record JobVerdict(WorkInHand work, JobRules rules, MediaFiles files, RandomGenerator chance, Instant now, Duration took)
        implements Outcome.Cases<Settlement> {

    /** A file that has not changed for so long is not written any more. */
    static final Duration STILL = Duration.ofMinutes(30);

    @Override
    public Settlement changed(Outcome.Changed outcome) {
        return finished(outcome);
    }

    @Override
    public Settlement alreadyCorrect(Outcome.AlreadyCorrect outcome) {
        return finished(outcome);
    }

    @Override
    public Settlement noMatch(Outcome.NoMatch outcome) {
        return finished(outcome);
    }

    @Override
    public Settlement wouldChange(Outcome.WouldChange outcome) {
        return finished(outcome);
    }

    /** Only what an Arr app told of gets its turn later; what others ask for they ask for again, as a schedule does. */
    @Override
    public Settlement skipped(Outcome.Skipped outcome) {
        if (!isImported()) {
            return finished(outcome);
        }
        if (outcome.reason() == SkipReason.HARDLINKED) {
            return waitFor(WaitReason.SEEDING, outcome.detail(), JobResult.of(outcome, took));
        }
        if (isStrange(outcome) && changedLately()) {
            return waitForTheRest(outcome.detail(), JobResult.of(outcome, took));
        }
        return outcome.reason() == SkipReason.TOO_FRESH
                ? again(outcome.detail(), JobResult.of(outcome, took))
                : finished(outcome);
    }

    @Override
    public Settlement failed(Outcome.Failed outcome) {
        boolean isStopped = work.isCancelled() || outcome.obstacle() == Obstacle.STOPPING;
        if (isStopped && outcome.remedy() == Remedy.RETRY_LATER) {
            return stopped();
        }
        if (outcome.obstacle() == Obstacle.DISK_FULL) {
            return waitFor(WaitReason.SPACE, outcome.problem(), JobResult.of(outcome, took));
        }
        if (outcome.obstacle() == Obstacle.UNFINISHED && isImported() && changedLately()) {
            return waitForTheRest(outcome.problem(), JobResult.of(outcome, took));
        }
        Optional<String> gone = mayBeGone(outcome) ? problemAt(file().path()) : Optional.empty();
        if (gone.isPresent()) {
            return missing(outcome, gone.get());
        }
        return outcome.remedy() == Remedy.RETRY_LATER
                ? again(outcome.problem(), JobResult.of(outcome, took))
                : finished(outcome);
    }

    /** It was asked to stop, and the file is as it was. */
    Settlement stopped() {
        return work.stop() == WorkInHand.Stop.CANCELLED
                ? new Settlement.Cancelled("cancelled while it ran")
                : new Settlement.GiveBack("the program stopped while it ran");
    }

    /** Nobody knew where the file is, when somebody looked last. What no mapping can help is not waited for. */
    Settlement unmapped() {
        return PathMappings.isPath(file().received()) ? lookedForOnceMore() : new Settlement.Finished(neverTaken());
    }

    private JobResult neverTaken() {
        return JobResult.failed(
                Remedy.FIX_SETTINGS,
                "cannot fix '" + file().received() + "': a path that is not absolute, or climbs up by '..', is never"
                        + " taken, whatever path_mappings say, for it may lead out of the libraries; mend the path in"
                        + " the app that sent it",
                took);
    }

    private Settlement lookedForOnceMore() {
        return rules.mappings()
                .map(file().received())
                .fold(
                        here -> new Settlement.Relocate(JobFile.of(here)),
                        nowhere -> waitFor(
                                WaitReason.UNMAPPED,
                                "it is not known where " + nowhere.received() + " is: " + nowhere.tried()
                                        + "; mend path_mappings",
                                nowhereInTheEnd(nowhere)));
    }

    /** No library is named, so that no file may be changed; once one is, there is work. */
    Settlement nowhereAllowed() {
        String because = "no library is named, so that no file may be changed; set libraries or path_mappings";
        return waitFor(
                WaitReason.UNMAPPED,
                because,
                JobResult.failed(Remedy.FIX_SETTINGS, "cannot fix " + file().received() + ": " + because, took));
    }

    private JobResult nowhereInTheEnd(MappedPath nowhere) {
        return JobResult.failed(
                Remedy.FIX_SETTINGS,
                "cannot fix " + nowhere.received() + ": it is still not known where it is after "
                        + rules.waits().atMost().toDays() + " days: " + nowhere.tried()
                        + "; mend path_mappings and try it again",
                took);
    }

    private Settlement waitForTheRest(String because, JobResult inTheEnd) {
        return waitFor(WaitReason.UNFINISHED_FILE, because + " (looked at again until it grows no more)", inTheEnd);
    }

    /** What is empty, or nothing but zeros, at the beginning of a copy is no film yet. */
    private boolean isStrange(Outcome.Skipped outcome) {
        return outcome.reason() == SkipReason.UNSUPPORTED_CONTAINER
                && Container.promisedBy(file().path().toString()).isPresent();
    }

    /** A time in the future is that of another clock, and recent enough. */
    private boolean changedLately() {
        try {
            Instant modified = files.stat(file().path()).identity().modified();
            return Duration.between(modified, now).compareTo(STILL) < 0;
        } catch (AudioFixException e) {
            return false;
        }
    }

    private static boolean mayBeGone(Outcome.Failed outcome) {
        return outcome.remedy() == Remedy.FIX_FILE || outcome.remedy() == Remedy.RETRY_LATER;
    }

    /** A disk that is not mounted looks the same, and so does a mapping that leads to the wrong place. */
    private Settlement missing(Outcome.Failed outcome, String problem) {
        Optional<JobFile> elsewhere = elsewhere();
        if (elsewhere.isPresent()) {
            return new Settlement.Relocate(elsewhere.get());
        }
        return isGoneFromItsFolder()
                ? finished(outcome)
                : waitFor(WaitReason.MISSING_FILE, problem + tried(), missingInTheEnd(problem));
    }

    private Optional<JobFile> elsewhere() {
        return file().tried().isEmpty()
                ? Optional.empty()
                : rules.mappings()
                        .map(file().received())
                        .fold(here -> Optional.of(JobFile.of(here)), nowhere -> Optional.<JobFile>empty())
                        .filter(other -> !other.key().equals(file().key()));
    }

    /** A batch has seen it, and its folder is still there: it will not come, and the batch must not wait for it. */
    private boolean isGoneFromItsFolder() {
        Path folder = file().path().getParent();
        return !request().batch().isEmpty()
                && folder != null
                && problemAt(folder).isEmpty();
    }

    private JobResult missingInTheEnd(String problem) {
        return JobResult.failed(
                Remedy.FIX_FILE,
                "cannot fix " + file().received() + ": after "
                        + rules.waits().atMost().toDays() + " days " + file().local() + " is still not there" + tried()
                        + ": " + problem + "; see whether its disk is mounted and path_mappings are right, and try it"
                        + " again",
                took);
    }

    private String tried() {
        return file().tried().isEmpty() ? "" : " (received as " + file().received() + ", " + file().tried() + ")";
    }

    private Optional<String> problemAt(Path path) {
        try {
            files.stat(path);
            return Optional.empty();
        } catch (AudioFixException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Settlement waitFor(WaitReason reason, String because, JobResult inTheEnd) {
        return rules.waits()
                .nextLook(job().waiting(), now)
                .<Settlement>map(next -> new Settlement.WaitFor(reason, next, because))
                .orElseGet(() -> new Settlement.Finished(inTheEnd));
    }

    private Settlement again(String because, JobResult inTheEnd) {
        return rules.retries()
                .after(job().tries().failed() + 1, chance)
                .<Settlement>map(pause -> new Settlement.TryAgain(now.plus(pause), because))
                .orElseGet(() -> new Settlement.Finished(inTheEnd));
    }

    private Settlement finished(Outcome outcome) {
        return new Settlement.Finished(JobResult.of(outcome, took));
    }

    /** A dry run has nothing to wait for. */
    private boolean isImported() {
        return !request().dryRun()
                && switch (request().source()) {
                    case SONARR, RADARR, HOOK -> true;
                    case MANUAL, BATCH, SCHEDULE -> !request().webhook().isEmpty();
                };
    }

    private Job job() {
        return work.job();
    }

    private JobRequest request() {
        return job().request();
    }

    private JobFile file() {
        return job().file();
    }
}
