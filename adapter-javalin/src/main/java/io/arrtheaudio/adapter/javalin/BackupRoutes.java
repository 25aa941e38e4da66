package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.Route.Access.KEY;

import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/** Backups. Where they are written to is a matter of the settings, never of who asks. Thread-safe. */
final class BackupRoutes implements RouteGroup {

    private final ServerParts.Desks desks;
    private final Notes notes;
    private final Reply reply;

    /** A backup that was made. */
    record BackupView(
            @About("the file, on the server") String file,
            @About("its size") long bytes,
            @About("when it was made") String made,
            @About("the version of the program") String program,
            @About("the version of its tables") long schema) {

        static BackupView of(BackupFile made) {
            return new BackupView(
                    made.file().toString(),
                    made.size(),
                    made.backup().label().made().toString(),
                    made.backup().label().program(),
                    made.backup().label().schema());
        }
    }

    BackupRoutes(ServerParts.Desks desks, Json json) {
        this.desks = desks;
        this.notes = new Notes(desks.audit());
        this.reply = new Reply(json);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(
                HandlerType.POST,
                "/api/v1/admin/backup",
                KEY,
                new RouteDoc(
                                "Administration",
                                "Makes a backup without secrets where the settings say, and removes the oldest")
                        .answers(201, "it is made", BackupView.class)
                        .refuses(409, "it cannot be written there")
                        .refuses(422, "the database is damaged"),
                this::make));
    }

    private void make(Context context) {
        try {
            BackupFile made = desks.backups().makeNext();
            notes.note(context, "backup", made.file().toString(), made.size() + " bytes");
            reply.with(context, 201, BackupView.of(made));
        } catch (AudioFixException e) {
            notes.note(context, "backup", "", "failed");
            throw e;
        }
    }
}
