package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.adapter.javalin.JobViews.UndoView;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.port.in.JobDesk;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Takes back what a job has changed. Thread-safe. */
final class UndoRoutes implements RouteGroup {

    private final JobDesk jobs;
    private final UndoEdits undo;
    private final Notes notes;
    private final Reply reply;

    UndoRoutes(ServerParts.Desks desks, Json json) {
        this.jobs = desks.jobs();
        this.undo = desks.undo();
        this.notes = new Notes(desks.audit());
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        RouteDoc doc = new RouteDoc("Jobs", "Gives the file back what it was before a job changed it")
                .answers(200, "it is as it was", UndoView.class)
                .refuses(404, "there is no such job")
                .refuses(409, "there is nothing to take back, or the file has changed since")
                .refuses(503, "it did not work, but may later");
        return List.of(new Route(HandlerType.POST, "/api/v1/jobs/{id}/undo", KEY, doc, this::undo));
    }

    private void undo(Context context) {
        String id = Query.id(context, "job");
        Job job = jobs.find(id).orElseThrow(() -> Query.unknown("job", id));
        String entry = job.result().entry();
        if (entry.isEmpty()) {
            throw new Refusal(409, "job " + id + " is " + job.state().word() + " and has changed no file");
        }
        UndoOutcome outcome = takenBack(id, entry);
        notes.note(context, "undo", "job " + id, outcome.word());
        reply.ok(context, outcome.fold(new Answers(id)));
    }

    private UndoOutcome takenBack(String id, String entry) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        UndoObserver observer = outcomes::add;
        undo.undo(UndoRequest.entry(entry), observer);
        if (outcomes.isEmpty()) {
            throw new Refusal(
                    409, "the change of job " + id + " is not in its file any more; it was taken back already");
        }
        return outcomes.get(0);
    }

    /** What is answered to each end. */
    private record Answers(String job) implements UndoOutcome.Cases<UndoView> {

        @Override
        public UndoView undone(UndoOutcome.Undone outcome) {
            return UndoView.of(job, outcome);
        }

        @Override
        public UndoView wouldUndo(UndoOutcome.WouldUndo outcome) {
            throw new IllegalStateException("nobody asked what would be done about " + outcome.file());
        }

        @Override
        public UndoView refused(UndoOutcome.Refused outcome) {
            throw new Refusal(409, outcome.reason());
        }

        @Override
        public UndoView failed(UndoOutcome.Failed outcome) {
            throw new AudioFixException(outcome.remedy(), outcome.problem());
        }
    }
}
