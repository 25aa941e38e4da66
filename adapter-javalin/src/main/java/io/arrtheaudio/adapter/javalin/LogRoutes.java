package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.Bodies.LogLevelBody;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** How much is logged. Thread-safe. */
final class LogRoutes implements RouteGroup {

    private static final String PATH = "/api/v1/admin/log-level";

    private final LogLevels levels;
    private final Notes notes;
    private final Reply reply;

    /** How much is logged. */
    record LogLevelView(
            @About("error, warn, info, debug or trace") String level) {}

    LogRoutes(ServerParts parts, Json json) {
        this.levels = parts.hooks().logLevels();
        this.notes = new Notes(parts.desks().audit());
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        HandlerType.GET,
                        PATH,
                        KEY,
                        doc("How much is logged").answers(200, "how much", LogLevelView.class),
                        this::tell),
                new Route(
                        HandlerType.PUT,
                        PATH,
                        KEY,
                        doc("Logs more or less, until the program ends or the level is set again")
                                .takes(LogLevelBody.class)
                                .answers(200, "how much is logged now", LogLevelView.class)
                                .refuses(422, "there is no such level"),
                        this::set));
    }

    private static RouteDoc doc(String summary) {
        return new RouteDoc("Administration", summary).refuses(404, "the log is not this program's to set");
    }

    private void tell(Context context) {
        reply.ok(context, new LogLevelView(current()));
    }

    private void set(Context context) {
        String before = current();
        String level = reply.body(context, LogLevelBody.class).needed("level");
        try {
            levels.level(level);
        } catch (AudioFixException e) {
            throw new Refusal(422, e.getMessage());
        }
        notes.note(context, "log level", level, "was " + before);
        reply.ok(context, new LogLevelView(levels.level()));
    }

    private String current() {
        String level = levels.level();
        if (level.isEmpty()) {
            throw Refusal.notFound("the log is not this program's to set");
        }
        return level;
    }
}
