package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchProgress;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.library.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A batch and how far it is.
 *
 * @param percent negative as long as not all files are found
 * @param secondsLeft negative if not known
 */
record BatchView(
        @About("names it; a later batch has a greater number")
        String batchId,

        @About(value = "how far it has come", oneOf = BatchState.class)
        String status,

        @About("what is looked at") String path,
        @About("whether sub-folders are looked into") boolean recursive,

        @About("only files that fit one of these; empty for every media file")
        List<String> pattern,

        @About("but none that fits one of these") List<String> exclude,

        @About(value = "of its jobs", oneOf = JobPriority.class)
        String priority,

        @About(value = "what started it", oneOf = JobSource.class)
        String source,

        @About("whether nothing is written") boolean dryRun,
        @About("how many files were found until now") long filesFound,
        @About("how many of them are done") long filesDone,
        @About("how many of them are not") long filesLeft,

        @About("how many of a hundred are done; left out until all files are found")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOut.Negative.class)
        double percent,

        @About("how many files ended how") Map<String, Long> outcomes,

        @About("how many bytes were copied; in a dry run, how many would be at most")
        long bytesCopied,

        @About("how many files were done in a second") double filesPerSecond,

        @About("how long the rest takes at this rate; left out if that is not known")
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOut.Negative.class)
        long secondsLeft,

        @About("when it was accepted") String createdAt,
        @About("when it ended") String completedAt,
        @About("why it ended as it did") String note) {

    static BatchView of(Batch batch, Instant now) {
        BatchRequest request = batch.request();
        BatchProgress progress = batch.progress();
        return new BatchView(
                batch.id(),
                batch.state().word(),
                request.path().toString(),
                request.recursive(),
                request.include().stream().map(Glob::toString).toList(),
                request.exclude().stream().map(Glob::toString).toList(),
                Words.of(request.priority()),
                request.source().word(),
                request.dryRun(),
                progress.found(),
                progress.done(),
                progress.left(),
                percent(batch),
                progress.outcomes(),
                progress.copiedBytes(),
                rounded(batch.perSecond(now)),
                batch.timeLeft(now).map(Duration::toSeconds).orElse(-1L),
                Words.moment(batch.created()),
                Words.moment(batch.ended()),
                batch.note());
    }

    private static double percent(Batch batch) {
        BatchProgress progress = batch.progress();
        if (batch.state() == BatchState.FINDING) {
            return -1;
        }
        return progress.found() == 0 ? 100 : rounded(100.0 * progress.done() / progress.found());
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** Some batches. */
    record BatchListView(
            @About("the newest first") List<BatchView> batches,

            @About("the cursor of the next page; left out if there is none")
            String nextCursor) {}

    /** The problem that a batch of the same path is running. */
    record RunningView(
            @About("always about:blank") String type,
            @About("the status in words") String title,
            @About("always 409") int status,
            @About("for people") String detail,
            @About("the batch that is running") String batchId) {

        static RunningView of(Batch batch) {
            String detail = "batch " + batch.id() + " of the same path is running";
            return new RunningView("about:blank", "Conflict", 409, detail, batch.id());
        }
    }
}
