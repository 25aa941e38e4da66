package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.Bodies.RetryBody;
import io.arrtheaudio.adapter.javalin.JobViews.JobPageView;
import io.arrtheaudio.adapter.javalin.JobViews.QueueView;
import io.arrtheaudio.adapter.javalin.JobViews.RetryView;
import io.arrtheaudio.adapter.javalin.JobViews.StatsView;
import io.arrtheaudio.adapter.javalin.JobViews.WebhookView;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.Statistics;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Jobs: found, listed, counted, cancelled and asked for once more. Thread-safe. */
final class JobRoutes implements RouteGroup {

    private static final String GROUP = "Jobs";
    private static final String JOB = "/api/v1/jobs/{id}";
    private static final String NO_JOB = "there is no such job";

    private final JobDesk jobs;
    private final Statistics statistics;
    private final Notes notes;
    private final Reply reply;

    JobRoutes(ServerParts.Desks desks, Json json) {
        this.jobs = desks.jobs();
        this.statistics = desks.statistics();
        this.notes = new Notes(desks.audit());
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, "/api/v1/jobs", KEY, listDoc(), this::list),
                new Route(
                        HandlerType.GET,
                        JOB,
                        KEY,
                        doc("One job, with what was thought of each track")
                                .answers(200, "the job", JobView.class)
                                .refuses(404, NO_JOB),
                        this::find),
                new Route(
                        HandlerType.DELETE,
                        JOB,
                        KEY,
                        doc("Cancels a job")
                                .answers(200, "it is cancelled", JobView.class)
                                .answers(202, "its worker is asked to stop", JobView.class)
                                .refuses(404, NO_JOB)
                                .refuses(409, "it has ended already"),
                        this::cancel),
                new Route(
                        HandlerType.POST,
                        JOB + "/retry",
                        KEY,
                        doc("Asks once more for what a job is about, or looks at once at one that waits")
                                .takes(RetryBody.class)
                                .answers(202, "which job does it; also in Location", RetryView.class)
                                .refuses(404, NO_JOB),
                        this::retry),
                new Route(
                        HandlerType.GET,
                        "/api/v1/queue",
                        KEY,
                        doc("What is to be done").answers(200, "the figures", QueueView.class),
                        context -> reply.ok(context, QueueView.of(jobs.figures()))),
                new Route(
                        HandlerType.GET,
                        "/api/v1/stats",
                        KEY,
                        doc("All that is remembered, counted").answers(200, "the figures", StatsView.class),
                        context -> reply.ok(context, StatsView.of(jobs.figures(), statistics.figures()))),
                new Route(
                        HandlerType.GET,
                        "/api/v1/webhook/{id}",
                        KEY,
                        doc("What became of a call of Sonarr, Radarr or their script")
                                .answers(200, "the call and its jobs", WebhookView.class)
                                .refuses(404, "there is no such call"),
                        this::webhook));
    }

    private static RouteDoc doc(String summary) {
        return new RouteDoc(GROUP, summary);
    }

    private static RouteDoc listDoc() {
        return doc("Jobs, the newest first")
                .words("state", "only in one of these states", Words.all(JobState.class))
                .words("source", "only if one of these asked first", Words.all(JobSource.class))
                .number("batch", "only of this batch")
                .number("webhook", "only of this webhook")
                .query("path", "only with this text in the path")
                .number("limit", "how many, 1 to " + JobQuery.LARGEST_PAGE + "; 100 if not told")
                .number("cursor", "next_cursor of the page before")
                .answers(200, "a page of jobs, without what was thought of each track", JobPageView.class)
                .refuses(422, "a parameter is wrong");
    }

    /** The part of a query that every list of jobs has. */
    static JobQuery page(Query query) {
        return new JobQuery(
                query.words("state", JobState.class),
                query.words("source", JobSource.class),
                "",
                "",
                query.text("path"),
                query.number("cursor"),
                query.count("limit", JobQuery.NEWEST.atMost(), JobQuery.LARGEST_PAGE));
    }

    private void list(Context context) {
        Query query = new Query(context);
        JobQuery wanted = page(query).ofBatch(query.number("batch")).ofWebhook(query.number("webhook"));
        reply.ok(context, JobPageView.brief(jobs.list(wanted)));
    }

    private void find(Context context) {
        String id = Query.id(context, "job");
        reply.ok(context, JobView.whole(jobs.find(id).orElseThrow(() -> Query.unknown("job", id))));
    }

    private void cancel(Context context) {
        String id = Query.id(context, "job");
        Job job = jobs.cancel(id, Notes.because(context)).orElseThrow(() -> Query.unknown("job", id));
        boolean isTooLate = job.state().isEnd() && job.state() != JobState.CANCELLED;
        notes.note(
                context,
                "cancel",
                "job " + id,
                isTooLate ? "was " + job.state().word() : job.state().word());
        if (isTooLate) {
            throw new Refusal(409, "job " + id + " is " + job.state().word() + " and cannot be cancelled any more");
        }
        reply.with(context, job.state() == JobState.CANCELLED ? 200 : 202, JobView.whole(job));
    }

    private void retry(Context context) {
        String id = Query.id(context, "job");
        boolean force = reply.body(context, RetryBody.class).flag("force", false);
        JobTicket ticket = jobs.retry(id, force).orElseThrow(() -> Query.unknown("job", id));
        notes.note(
                context,
                "retry",
                "job " + id + (force ? ", by force" : ""),
                Words.of(ticket.how()) + " job " + ticket.job());
        context.header("Location", "/api/v1/jobs/" + ticket.job());
        reply.with(context, 202, RetryView.of(ticket));
    }

    private void webhook(Context context) {
        String id = Query.id(context, "webhook");
        Webhook webhook = jobs.webhook(id).orElseThrow(() -> Query.unknown("webhook", id));
        reply.ok(context, WebhookView.of(webhook, jobsOf(webhook)));
    }

    /** All of them; a call is small enough. */
    private List<Job> jobsOf(Webhook webhook) {
        List<Job> all = new ArrayList<>();
        String cursor = "";
        do {
            JobPage page = jobs.list(
                    JobQuery.NEWEST.ofWebhook(webhook.id()).before(cursor).atMost(JobQuery.LARGEST_PAGE));
            all.addAll(page.jobs());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return all;
    }
}
