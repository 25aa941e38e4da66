package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import io.arrtheaudio.port.in.ArrDesk;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where Sonarr and Radarr tell what has happened. Whatever they tell is answered with 2xx, unless it cannot be read or kept:
 * an Arr app drops the events of a while after any other answer.
 */
final class WebhookRoutes implements RouteGroup {

    private static final String GROUP = "Webhooks";

    private final ArrDesk desk;
    private final Json json;

    WebhookRoutes(ArrDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(
                        either("/webhook/sonarr", "What Sonarr tells", body -> told(ArrApp.SONARR, body)),
                        either("/webhook/radarr", "What Radarr tells", body -> told(ArrApp.RADARR, body)),
                        Stream.of(route(
                                HandlerType.POST,
                                "/webhook/hook",
                                "What the custom script of either app was given",
                                ScriptCall::read)),
                        tests())
                .flatMap(routes -> routes)
                .toList();
    }

    /** Which of them is a choice in the settings of an Arr app. */
    private Stream<Route> either(String path, String summary, Function<JsonNode, ArrCall> reader) {
        return Stream.of(HandlerType.POST, HandlerType.PUT).map(verb -> route(verb, path, summary, reader));
    }

    private Route route(HandlerType verb, String path, String summary, Function<JsonNode, ArrCall> reader) {
        return at(verb, path, summary, context -> answer(context, read(json.read(context.bodyAsBytes()), reader)));
    }

    private Stream<Route> tests() {
        ArrCall test = new ArrCall(JobSource.MANUAL, "", "Test", new ArrEvent.Tested(ArrApp.SONARR), "");
        return Stream.of(HandlerType.POST, HandlerType.PUT)
                .map(verb -> at(
                        verb,
                        "/webhook/test",
                        "Whether webhooks come through, and where the path mappings lead; the body does not matter",
                        context -> answer(context, test)));
    }

    private static Route at(HandlerType verb, String path, String summary, Handler handler) {
        RouteDoc doc = new RouteDoc(GROUP, summary)
                .answers(
                        200,
                        "there is nothing to queue: a test, a file that is gone, an event that asks for nothing",
                        Json.CONTENT_TYPE)
                .answers(202, "every file is queued, and that is on disk", WebhookAnswer.Accepted.class)
                .refuses(400, "the body cannot be read")
                .refuses(503, "nothing can be kept now; to be sent again");
        return new Route(verb, path, Route.Access.WEBHOOK, doc, handler);
    }

    private static ArrCall read(JsonNode body, Function<JsonNode, ArrCall> reader) {
        try {
            return reader.apply(body);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(e.getMessage());
        }
    }

    private static ArrCall told(ArrApp address, JsonNode body) {
        ArrEvent event = WebhookReader.read(address, body);
        JobSource source = event.app() == ArrApp.SONARR ? JobSource.SONARR : JobSource.RADARR;
        return new ArrCall(
                source,
                body.path("instanceName").asText(""),
                body.path("eventType").asText(),
                event,
                "");
    }

    private void answer(Context context, ArrCall call) {
        Arrival arrival = Arrival.of(context);
        ArrAnswer told = desk.tell(call.correlated(arrival.id()));
        new WebhookLog(call, arrival.client().toString()).tell(told);
        WebhookAnswer answer = told.fold(new WebhookAnswer.Views(call.word()));
        json.answer(context, answer.status(), answer.view());
    }
}
