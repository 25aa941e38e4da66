package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.BatchView.BatchListView;
import io.arrtheaudio.adapter.javalin.BatchView.RunningView;
import io.arrtheaudio.adapter.javalin.Bodies.BatchBody;
import io.arrtheaudio.adapter.javalin.JobViews.JobPageView;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.in.BatchDesk;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Batches: begun, watched and ended. Thread-safe. */
final class BatchRoutes implements RouteGroup {

    private static final String GROUP = "Batches";
    private static final String ALL = "/api/v1/batch";
    private static final String ONE = ALL + "/{id}";
    private static final String NONE = "there is no such batch";
    private static final int LONGEST_PATH = 4096;
    private static final int LARGEST_PAGE = 100;
    private static final long RETRY_SECONDS = 60;
    private static final Path UP = Path.of("..");
    private static final double MB = 1024.0 * 1024;
    private static final double MOST_MB = 1e9;
    private static final double LEAST_DAYS = 0.001;
    private static final double MOST_DAYS = 36_500;

    private final BatchDesk batches;
    private final Notes notes;
    private final Reply reply;
    private final InstantSource clock;

    BatchRoutes(ServerParts.Desks desks, Json json, InstantSource clock) {
        this.batches = desks.batches();
        this.notes = new Notes(desks.audit());
        this.reply = new Reply(json);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.POST, ALL, KEY, startDoc(), this::start),
                new Route(
                        HandlerType.GET,
                        ALL,
                        KEY,
                        doc("Batches, the newest first")
                                .number("limit", "how many, 1 to " + LARGEST_PAGE + "; 20 if not told")
                                .number("cursor", "next_cursor of the page before")
                                .answers(200, "some batches", BatchListView.class)
                                .refuses(422, "a parameter is wrong"),
                        this::list),
                new Route(
                        HandlerType.GET,
                        ONE,
                        KEY,
                        doc("How far a batch is")
                                .answers(200, "the batch", BatchView.class)
                                .refuses(404, NONE),
                        this::find),
                new Route(
                        HandlerType.DELETE,
                        ONE,
                        KEY,
                        doc("Ends a batch; what somebody works on is finished")
                                .answers(200, "it is cancelled", BatchView.class)
                                .refuses(404, NONE)
                                .refuses(409, "it has ended already"),
                        this::cancel),
                new Route(HandlerType.GET, ONE + "/results", KEY, resultsDoc(), this::results));
    }

    private static RouteDoc doc(String summary) {
        return new RouteDoc(GROUP, summary);
    }

    private static RouteDoc startDoc() {
        return doc("Looks at a library, or tells what would be done with it")
                .takes(BatchBody.class)
                .answers(202, "it has begun; its address is in Location", BatchView.class)
                .refuses(403, "the path is not within a library; whether there is something is not told")
                .refuses(409, "a batch of the same path is running", RunningView.class)
                .refuses(422, "a field is wrong")
                .refuses(
                        503,
                        "the queue is full, the library is not there or its disk does not answer; Retry-After says when to"
                                + " ask again");
    }

    private static RouteDoc resultsDoc() {
        return doc("What became of its files, the newest first, with what was thought of each track")
                .words("state", "only in one of these states", Words.all(JobState.class))
                .query("path", "only with this text in the path")
                .number("limit", "how many, 1 to " + JobQuery.LARGEST_PAGE + "; 100 if not told")
                .number("cursor", "next_cursor of the page before")
                .answers(200, "a page of jobs", JobPageView.class)
                .refuses(404, NONE)
                .refuses(422, "a parameter is wrong");
    }

    private void start(Context context) {
        BodyFields body = reply.body(context, BatchBody.class);
        String path = body.needed("path");
        BatchAnswer answer =
                absolute(path).map(there -> batches.start(request(there, body))).orElseGet(BatchAnswer.NotAllowed::new);
        answer.fold(new Answers(context, path));
    }

    /** As a path of this system; empty if it cannot be one, or holds {@code ..}. */
    private static Optional<Path> absolute(String text) {
        if (text.length() > LONGEST_PATH) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            boolean climbs = StreamSupport.stream(path.spliterator(), false).anyMatch(UP::equals);
            return path.isAbsolute() && !climbs ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static BatchRequest request(Path path, BodyFields body) {
        BodyFields filters = body.inner("filters");
        return new BatchRequest(
                path,
                body.flag("recursive", true),
                body.globs("pattern"),
                body.globs("exclude"),
                Math.round(filters.number("min_size_mb", 0, 0, MOST_MB) * MB),
                days(filters.number("max_age_days", 0, LEAST_DAYS, MOST_DAYS)),
                body.word("priority", JobPriority.class, JobPriority.NORMAL),
                JobSource.BATCH,
                body.flag("dry_run", false));
    }

    static Duration days(double days) {
        return Duration.ofMillis(Math.round(days * Duration.ofDays(1).toMillis()));
    }

    private void list(Context context) {
        Query query = new Query(context);
        int limit = query.count("limit", 20, LARGEST_PAGE);
        List<Batch> found = batches.list(query.number("cursor"), limit + 1);
        List<Batch> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? page.get(limit - 1).id() : "";
        reply.ok(context, new BatchListView(page.stream().map(this::view).toList(), next));
    }

    private void find(Context context) {
        String id = Query.id(context, "batch");
        reply.ok(context, view(batches.find(id).orElseThrow(() -> Query.unknown("batch", id))));
    }

    private void cancel(Context context) {
        String id = Query.id(context, "batch");
        Batch batch = batches.cancel(id, Notes.because(context)).orElseThrow(() -> Query.unknown("batch", id));
        notes.note(context, "cancel", "batch " + id, batch.state().word());
        if (batch.state() != BatchState.CANCELLED) {
            throw new Refusal(409, "batch " + id + " is " + batch.state().word() + " and cannot be cancelled any more");
        }
        reply.ok(context, view(batch));
    }

    private void results(Context context) {
        String id = Query.id(context, "batch");
        JobQuery query = JobRoutes.page(new Query(context));
        reply.ok(context, JobPageView.whole(batches.results(id, query).orElseThrow(() -> Query.unknown("batch", id))));
    }

    private BatchView view(Batch batch) {
        return BatchView.of(batch, clock.instant());
    }

    /** What is answered to the wish to start one. */
    private final class Answers implements BatchAnswer.Cases<Batch> {

        private final Context context;
        private final String path;

        Answers(Context context, String path) {
            this.context = context;
            this.path = path;
        }

        @Override
        public Batch started(BatchAnswer.Started answer) {
            Batch batch = answer.batch();
            notes.note(
                    context,
                    "batch",
                    path,
                    "batch " + batch.id() + (batch.request().dryRun() ? ", dry run" : ""));
            context.header("Location", ALL + "/" + batch.id());
            reply.with(context, 202, view(batch));
            return batch;
        }

        @Override
        public Batch alreadyRunning(BatchAnswer.AlreadyRunning answer) {
            Batch batch = answer.batch();
            notes.note(context, "batch", path, "batch " + batch.id() + " is running");
            reply.with(context, 409, RunningView.of(batch));
            context.contentType(Problem.CONTENT_TYPE);
            return batch;
        }

        @Override
        public Batch queueFull(BatchAnswer.QueueFull answer) {
            notes.note(context, "batch", path, "the queue is full");
            throw Refusal.later(
                    503,
                    "there are " + answer.queued() + " jobs in the queue and only " + answer.limit()
                            + " may be (processing.max_queue_size); nothing was queued",
                    RETRY_SECONDS);
        }

        @Override
        public Batch notAllowed(BatchAnswer.NotAllowed answer) {
            notes.note(context, "batch", path, "not allowed");
            throw LibraryRoutes.notAllowed();
        }
    }
}
