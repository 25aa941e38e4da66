package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.port.in.ScheduleBoard;
import io.javalin.http.HandlerType;
import java.util.List;

/** What is done by schedule. Thread-safe. */
final class ScheduleRoutes implements RouteGroup {

    private final ScheduleBoard board;
    private final Reply reply;

    /** What is done by schedule. */
    record SchedulesView(
            @About("what is due next comes first") List<ScheduleView> schedules) {}

    /** Something that is done over and over. */
    record ScheduleView(
            @About(value = "what is done", oneOf = ScheduleBoard.Kind.class)
            String kind,

            @About("the library, or the folder of the backups")
            String path,

            @About("when, in the words of the settings") String schedule,
            @About("when it is due next") String next) {

        static ScheduleView of(ScheduleBoard.Planned planned) {
            return new ScheduleView(
                    Words.of(planned.kind()),
                    planned.path().toString(),
                    planned.schedule(),
                    Words.moment(planned.next()));
        }
    }

    ScheduleRoutes(ScheduleBoard board, Json json) {
        this.board = board;
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                HandlerType.GET,
                "/api/v1/schedules",
                KEY,
                new RouteDoc("Batches", "What is done by schedule, and when next")
                        .answers(200, "the schedules", SchedulesView.class),
                context -> reply.ok(
                        context,
                        new SchedulesView(
                                board.planned().stream().map(ScheduleView::of).toList()))));
    }
}
