package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.WaitReason;

/** A job. */
record JobView(
        @About("names it; a later job has a greater number") String jobId,
        @About("the webhook that asked for it first") String webhookId,
        @About("the batch that alone asked for it") String batchId,

        @About("where the file is here; where it was said to be if no mapping fits")
        String filePath,

        @About("the path as it was received, where that is another one")
        String receivedPath,

        @About("how the one became the other, or what was tried")
        String pathMapping,

        @About(value = "how far it has come", oneOf = JobState.class)
        String status,

        @About(value = "which jobs come first", oneOf = JobPriority.class)
        String priority,

        @About(value = "what asked first", oneOf = JobSource.class)
        String source,

        @About("whether nothing is written") boolean dryRun,
        @About("how often it was taken up") int attempts,
        @About("how many tries came to nothing") int failedAttempts,
        @About("when it was accepted") String createdAt,

        @About("from when on it can be taken up; of jobs that are queued or wait")
        String dueAt,

        @About("when it was taken up last") String startedAt,
        @About("when it ended") String completedAt,

        @About(value = "what it waits for", oneOf = WaitReason.class)
        String waitingFor,

        @About("since when it waits") String waitingSince,
        @About("whether its worker is asked to stop") boolean cancelRequested,

        @About("why it waits, is tried again or was cancelled")
        String note,

        @About("what it came to; left out until it has ended")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOut.NoResult.class)
        ResultView result,

        @About("what went wrong, if it failed") String error) {

    /** With everything. */
    static JobView whole(Job job) {
        return of(job, ResultView.whole(job.result()));
    }

    /** For lists. */
    static JobView brief(Job job) {
        return of(job, ResultView.brief(job.result()));
    }

    private static JobView of(Job job, ResultView result) {
        JobRequest request = job.request();
        boolean waits = job.state() == JobState.WAITING;
        String path = job.file().shown();
        return new JobView(
                job.id(),
                request.webhook(),
                request.batch(),
                path,
                job.file().received().equals(path) ? "" : job.file().received(),
                job.file().tried(),
                job.state().word(),
                Words.of(request.priority()),
                request.source().word(),
                request.dryRun(),
                job.tries().claims(),
                job.tries().failed(),
                Words.moment(job.times().created()),
                job.state().isPending() ? Words.moment(job.times().due()) : "",
                Words.moment(job.times().started()),
                Words.moment(job.times().ended()),
                waits ? job.waiting().reason().word() : "",
                waits ? Words.moment(job.waiting().since()) : "",
                job.lease().cancelAsked(),
                job.note(),
                result,
                job.result().kind() == ResultKind.FAILED ? job.result().message() : "");
    }
}
