package io.arrtheaudio.adapter.javalin;

import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.KindFigures;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Webhook;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is told about jobs, apart from the job itself. */
final class JobViews {

    private JobViews() {}

    /** A page of jobs. */
    record JobPageView(
            @About("the newest first") List<JobView> jobs,

            @About("the cursor of the next page; left out if there is none")
            String nextCursor) {

        /** For lists. */
        static JobPageView brief(JobPage page) {
            return new JobPageView(page.jobs().stream().map(JobView::brief).toList(), page.next());
        }

        /** With explanations. */
        static JobPageView whole(JobPage page) {
            return new JobPageView(page.jobs().stream().map(JobView::whole).toList(), page.next());
        }
    }

    /** What is to be done. */
    record QueueView(
            @About("how many jobs are queued or wait") long pending,

            @About("how many can be worked on now or at a known moment")
            long queued,

            @About("how many are worked on") long running,
            @About("how many wait for something outside") long waiting,
            @About("those that wait, by what for") Map<String, Long> waitingFor,

            @About("how long ago the first of those that are queued was accepted; 0 if none is")
            long oldestQueuedSeconds) {

        static QueueView of(QueueFigures figures) {
            long queued = figures.count(JobState.QUEUED);
            long waiting = figures.count(JobState.WAITING);
            return new QueueView(
                    queued + waiting,
                    queued,
                    figures.count(JobState.RUNNING),
                    waiting,
                    Words.counts(figures.waiting()),
                    figures.oldest().toSeconds());
        }
    }

    /** All that is remembered. */
    record StatsView(
            @About("how many jobs there are") long totalJobs,
            @About("by state") Map<String, Long> jobs,
            @About("those that wait, by what for") Map<String, Long> waitingFor,
            @About("how many have ended") long endedJobs,

            @About("those that ended since midnight, by state")
            Map<String, Long> endedToday,

            @About("how many were ever accepted, those that are forgotten included")
            long acceptedJobs,

            @About("how many of a hundred that were done or failed did not fail; 100 if none was")
            double successPercent,

            @About("what files of each kind took") List<ContainerView> containers,
            @About("how many answers about titles are kept") long answers,

            @About("how often one was of use since the daemon was started")
            long answerHits,

            @About("how often there was none, or one that was too old")
            long answerMisses,

            @About("how many changes are in the journal") long changes,
            @About("how many of them took another back") long undone,

            @About("how many bytes of files the journal remembers")
            long journalBytes,

            @About("the size of the database") long databaseBytes) {

        static StatsView of(QueueFigures queue, Figures figures) {
            long done = queue.count(JobState.COMPLETED);
            long failed = queue.count(JobState.FAILED);
            return new StatsView(
                    queue.jobs().values().stream().mapToLong(Long::longValue).sum(),
                    Words.counts(queue.jobs()),
                    Words.counts(queue.waiting()),
                    done + failed + queue.count(JobState.CANCELLED),
                    Words.counts(figures.ended()),
                    figures.accepted(),
                    done + failed == 0 ? 100 : Math.round(1000.0 * done / (done + failed)) / 10.0,
                    figures.kinds().stream().map(ContainerView::of).toList(),
                    figures.answers(),
                    figures.use().hits(),
                    figures.use().misses(),
                    figures.journal().changes(),
                    figures.journal().undone(),
                    figures.journal().bytes(),
                    figures.databaseBytes());
        }
    }

    /** What files of one kind took. */
    record ContainerView(
            @About("what their names promise; empty for others")
            String container,

            @About("how many were completed") long completed,

            @About("what one took on average, in milliseconds")
            double meanMs) {

        static ContainerView of(KindFigures kind) {
            return new ContainerView(
                    kind.kind(), kind.jobs(), Math.round(kind.mean().toNanos() / 1e3) / 1e3);
        }
    }

    /** What became of a call of Sonarr, Radarr or their script. */
    record WebhookView(
            @About("names it") String webhookId,

            @About(value = "who called", oneOf = JobSource.class)
            String source,

            @About("what the app calls itself") String instance,
            @About("what happened, in the app's word") String event,
            @About("when it came in") String receivedAt,

            @About("how many of its jobs are in which state")
            Map<String, Long> counts,

            @About("its jobs, the newest first") List<JobView> jobs) {

        static WebhookView of(Webhook webhook, List<Job> jobs) {
            Map<JobState, Long> states =
                    jobs.stream().collect(Collectors.groupingBy(Job::state, Collectors.counting()));
            return new WebhookView(
                    webhook.id(),
                    webhook.call().source().word(),
                    webhook.call().instance(),
                    webhook.call().event(),
                    Words.moment(webhook.call().at()),
                    Arrays.stream(JobState.values())
                            .filter(states::containsKey)
                            .collect(Collectors.toMap(JobState::word, states::get, Long::sum, TreeMap::new)),
                    jobs.stream().map(JobView::brief).toList());
        }
    }

    /** Which job does what was asked for once more. */
    record RetryView(
            @About("the job that does it") String jobId,

            @About(value = "whether there is a job more for it", oneOf = JobTicket.How.class)
            String how) {

        static RetryView of(JobTicket ticket) {
            return new RetryView(ticket.job(), Words.of(ticket.how()));
        }
    }

    /** A change that was taken back. */
    record UndoView(
            @About("the job that had made it") String jobId,
            @About("the file, where it is now") String filePath,

            @About("the journal's entry that was taken back")
            String entry,

            @About("always undone") String outcome,
            @About("the entry of the undo itself") String by,

            @About("what one should know; left out if the bytes are what they were")
            String note) {

        static UndoView of(String job, UndoOutcome.Undone outcome) {
            return new UndoView(
                    job, outcome.file().toString(), outcome.entry(), outcome.word(), outcome.by(), outcome.note());
        }
    }
}
