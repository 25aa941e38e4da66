package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.Bodies.CleanupBody;
import io.arrtheaudio.adapter.javalin.Bodies.InspectBody;
import io.arrtheaudio.adapter.javalin.LibraryViews.AuditEntryView;
import io.arrtheaudio.adapter.javalin.LibraryViews.AuditView;
import io.arrtheaudio.adapter.javalin.LibraryViews.CleanupView;
import io.arrtheaudio.adapter.javalin.LibraryViews.InspectionView;
import io.arrtheaudio.adapter.javalin.LibraryViews.ReloadView;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.Housekeeping.CleanUp;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Single files, and what keeps the server itself in order. Thread-safe. */
final class LibraryRoutes implements RouteGroup {

    private static final String ADMIN = "Administration";
    private static final double MOST_DAYS = 36_500;
    private static final Set<JobState> ENDS = Set.of(JobState.COMPLETED, JobState.FAILED, JobState.CANCELLED);
    private static final int MOST_ENTRIES = 1_000;

    private final ServerParts.Desks desks;
    private final SettingsReload reload;
    private final Notes notes;
    private final Reply reply;

    LibraryRoutes(ServerParts parts, Json json) {
        this.desks = parts.desks();
        this.reload = parts.hooks().reload();
        this.notes = new Notes(desks.audit());
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        HandlerType.POST,
                        "/api/v1/inspect",
                        KEY,
                        new RouteDoc("Files", "Looks into a file and tells what would be chosen and why")
                                .takes(InspectBody.class)
                                .answers(200, "what is in it", InspectionView.class)
                                .refuses(
                                        403, "the path is not within a library; whether there is something is not told")
                                .refuses(422, "a field is wrong, or the file cannot be read")
                                .refuses(503, "the library is not there, or its disk does not answer"),
                        this::inspect),
                new Route(
                        HandlerType.POST,
                        "/api/v1/admin/cleanup",
                        KEY,
                        new RouteDoc(
                                        ADMIN,
                                        "Forgets jobs that ended long ago, answers that do not hold any more, and files that were left")
                                .takes(CleanupBody.class)
                                .answers(200, "what was forgotten", CleanupView.class)
                                .refuses(422, "a field is wrong"),
                        this::cleanUp),
                new Route(
                        HandlerType.POST,
                        "/api/v1/admin/reload",
                        KEY,
                        new RouteDoc(ADMIN, "Reads the settings again")
                                .answers(200, "what has changed", ReloadView.class)
                                .refuses(422, "the settings are wrong; nothing has changed"),
                        this::reload),
                new Route(
                        HandlerType.GET,
                        "/api/v1/audit",
                        KEY,
                        new RouteDoc(ADMIN, "Who asked for what, the newest first")
                                .query("since", "a moment such as 2026-01-31T18:00:00Z")
                                .number("limit", "how many, 1 to " + MOST_ENTRIES + "; 100 if not told")
                                .answers(200, "the entries", AuditView.class)
                                .refuses(422, "a parameter is wrong"),
                        this::audit));
    }

    /** The same answer whether there is something at the path or not. */
    static Refusal notAllowed() {
        return new Refusal(403, "the path does not lie in a library (libraries in the settings)");
    }

    private void inspect(Context context) {
        BodyFields body = reply.body(context, InspectBody.class);
        String path = body.needed("path");
        Language original = body.language("original_language");
        AboutTitle about = original.isSpoken()
                ? AboutTitle.NOTHING.in(new OriginalLanguage(original, "asked for"))
                : AboutTitle.NOTHING;
        reply.ok(
                context,
                desks.files()
                        .inspect(path, about, body.languages("languages"))
                        .map(InspectionView::of)
                        .orElseThrow(LibraryRoutes::notAllowed));
    }

    private void cleanUp(Context context) {
        BodyFields body = reply.body(context, CleanupBody.class);
        double days = body.number("older_than_days", -1, 0, MOST_DAYS);
        double journalDays = body.number("journal_older_than_days", -1, 0, MOST_DAYS);
        boolean isConfirmed = body.flag("confirm", false);
        CleanUp wish =
                new CleanUp(age(days), body.words("status", ENDS), age(journalDays), body.flag("dry_run", false));
        if (journalDays >= 0 && !wish.dryRun() && !isConfirmed) {
            throw new Refusal(
                    422,
                    "confirm is missing: changes that are deleted from the journal cannot be taken back any more; set it"
                            + " to true, or dry_run to see how many there are");
        }
        Housekeeping.Forgotten forgotten = desks.housekeeping().cleanUp(wish);
        notes.note(context, "cleanup", words(wish, days, journalDays), outcome(wish, forgotten));
        reply.ok(context, CleanupView.of(forgotten, wish.dryRun()));
    }

    private static Optional<Duration> age(double days) {
        return days < 0 ? Optional.empty() : Optional.of(BatchRoutes.days(days));
    }

    private static String words(CleanUp wish, double days, double journalDays) {
        return (days < 0 ? "as the settings say" : "older than " + Query.plain(days) + " days")
                + (wish.states().isEmpty()
                        ? ""
                        : ", " + wish.states().stream().map(Words::of).sorted().collect(Collectors.joining(" or ")))
                + (journalDays < 0 ? "" : ", changes older than " + Query.plain(journalDays) + " days");
    }

    private static String outcome(CleanUp wish, Housekeeping.Forgotten forgotten) {
        return forgotten.jobs() + " jobs " + (wish.dryRun() ? "counted" : "forgotten")
                + (wish.journalAge().isPresent() ? ", " + forgotten.changes() + " changes" : "");
    }

    private void reload(Context context) {
        try {
            SettingsReload.Reloaded reloaded = reload.reload();
            notes.note(context, "reload", "settings", reloaded.used().size() + " settings taken over");
            reply.ok(context, ReloadView.of(reloaded));
        } catch (AudioFixException e) {
            notes.note(context, "reload", "settings", "refused");
            throw new Refusal(422, e.getMessage());
        }
    }

    private void audit(Context context) {
        Query query = new Query(context);
        reply.ok(
                context,
                new AuditView(
                        desks.audit().since(query.moment("since"), query.count("limit", 100, MOST_ENTRIES)).stream()
                                .map(AuditEntryView::of)
                                .toList()));
    }
}
