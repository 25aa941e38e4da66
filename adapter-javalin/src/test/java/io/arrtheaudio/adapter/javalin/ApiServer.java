package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.adapter.javalin.HttpSettings.Bounds;
import io.arrtheaudio.adapter.javalin.HttpSettings.Events;
import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.arrtheaudio.adapter.javalin.HttpSettings.Rates;
import io.arrtheaudio.domain.audit.AuditEntry;
import io.arrtheaudio.domain.backup.BackupFile;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.CheckResult;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Health;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.health.Need;
import io.arrtheaudio.domain.health.Observation;
import io.arrtheaudio.kit.InMemoryJobStore;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.AuditDesk;
import io.arrtheaudio.port.in.BackupRound;
import io.arrtheaudio.port.in.Housekeeping;
import io.arrtheaudio.port.in.Housekeeping.CleanUp;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.LibraryFiles;
import io.arrtheaudio.port.in.ScheduleBoard.Planned;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The real server with desks in memory behind it. Whatever it answers must be what its own OpenAPI document says: an answer
 * that is not is an {@link AssertionError}.
 */
final class ApiServer implements AutoCloseable {

    static final String KEY = "0123456789abcdef";

    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");

    private static final Health HEALTH = new Health(List.of(CheckResult.of(
            CheckName.TMDB_API,
            Need.WORK,
            Level.PROBLEM,
            List.of(new Observation(
                    Finding.problem("TMDB", "no answer", "it is asked again later"), MORNING, Duration.ofMillis(5))))));

    final StoppedClock clock = new StoppedClock(MORNING);
    private JobStores stores = InMemoryJobStore.openNew(new InMemoryOwnerLocks());
    final KeptJobs jobs = new KeptJobs(() -> stores, clock);
    final KeptBatches batches = new KeptBatches(() -> stores, clock);
    KeptAudit audit = new KeptAudit(clock);

    /** What undoing an entry of the journal comes to; nothing for the others. */
    Optional<UndoOutcome> undo = Optional.empty();

    final List<UndoRequest> undone = new ArrayList<>();

    /** What was asked to be inspected, and what is found there. */
    Supplier<Optional<Inspection>> inspection = Optional::empty;

    final List<String> inspected = new ArrayList<>();
    AboutTitle about = AboutTitle.NOTHING;

    /** What was asked to be forgotten. */
    final List<CleanUp> cleanups = new ArrayList<>();

    /** How much was done. */
    Figures figures = Figures.NONE;

    /** What is done by schedule. */
    List<Planned> planned = List.of();

    SettingsReload reload = SettingsReload.NONE;

    /** Makes a backup. */
    BackupRound backup = ApiServer::noBackup;

    final LogLevels levels = new Words();

    private final HttpServer server;
    private final Conformity conformity;

    ApiServer() {
        this(Events.DEFAULT);
    }

    ApiServer(Events events) {
        HttpSettings settings = HttpSettings.at("127.0.0.1", 0, Keys.of(KEY))
                .with(Bounds.DEFAULT.with(events))
                .with(new Rates(
                        Rate.perMinute(10_000),
                        Rates.DEFAULT.failures(),
                        Rates.DEFAULT.openWebhooks(),
                        Rates.DEFAULT.webhooks(),
                        10));
        server = HttpServer.start(settings, parts(), clock);
        conformity = new Conformity(document());
    }

    /** Forgets everything; sooner done than another server is started. */
    ApiServer renewed() {
        clock.set(MORNING);
        stores = InMemoryJobStore.openNew(new InMemoryOwnerLocks());
        batches.requests.clear();
        batches.isFull = false;
        audit = new KeptAudit(clock);
        undo = Optional.empty();
        undone.clear();
        inspection = Optional::empty;
        inspected.clear();
        about = AboutTitle.NOTHING;
        cleanups.clear();
        figures = Figures.NONE;
        planned = List.of();
        reload = SettingsReload.NONE;
        backup = ApiServer::noBackup;
        levels.level("info");
        return this;
    }

    private static BackupFile noBackup() {
        throw new AudioFixException(Remedy.FIX_SETTINGS, "there is no database yet");
    }

    ServerParts parts() {
        return new ServerParts(desks(), hooks());
    }

    private ServerParts.Desks desks() {
        LibraryFiles files = (path, title, languages) -> {
            inspected.add(path + " " + languages);
            about = title;
            return inspection.get();
        };
        UndoEdits edits = (request, observer) -> {
            undone.add(request);
            undo.ifPresent(observer::done);
            return Map.of();
        };
        return new ServerParts.Desks(
                new KeptCalls(),
                jobs,
                batches,
                files,
                edits,
                () -> HEALTH,
                new Forgetting(),
                new Noting(),
                () -> backup.makeNext(),
                () -> "\"main\" #1 RUNNABLE\n    at Größe\n",
                () -> figures,
                () -> planned);
    }

    /** Knows two words. */
    private static final class Words implements LogLevels {

        private volatile String word = "info";

        @Override
        public String level() {
            return word;
        }

        @Override
        public void level(String told) {
            if (!told.equals("info") && !told.equals("debug")) {
                throw new AudioFixException(Remedy.FIX_SETTINGS, "level was '" + told + "' but must be info or debug");
            }
            word = told;
        }
    }

    private ServerParts.Hooks hooks() {
        ServerParts.Hooks none = ServerParts.Hooks.none("1.2.3");
        return new ServerParts.Hooks(
                none.version(), none.readiness(), () -> reload.reload(), levels, none.metrics(), none.observer());
    }

    private final class Noting implements AuditDesk {

        @Override
        public void note(String who, String action, String subject, String from, String outcome) {
            audit.note(who, action, subject, from, outcome);
        }

        @Override
        public List<AuditEntry> since(Instant moment, int atMost) {
            return audit.since(moment, atMost);
        }
    }

    private final class Forgetting implements Housekeeping {

        @Override
        public Forgotten cleanUp() {
            throw new AssertionError("that is for the daemon");
        }

        @Override
        public Forgotten cleanUp(CleanUp wish) {
            cleanups.add(wish);
            return new Forgotten(12, 3, 4, 5, 6);
        }
    }

    int port() {
        return server.port();
    }

    JsonNode document() {
        Answer answer = exchange("GET", "/openapi.json", "", "X-Api-Key", KEY);
        if (answer.status() != 200) {
            throw new AssertionError("no document: " + answer);
        }
        return answer.json();
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    Answer put(String path, String body) {
        return send("PUT", path, body, "Content-Type", "application/json");
    }

    /** Sends with the key, and holds the answer against the document. */
    Answer send(String verb, String path, String body, String... headers) {
        Answer answer = exchange(
                verb,
                path,
                body,
                Stream.concat(Stream.of("X-Api-Key", KEY), Stream.of(headers)).toArray(String[]::new));
        conformity.check(verb, path, answer);
        return answer;
    }

    /** Sends exactly that. */
    Answer exchange(String verb, String path, String body, String... headers) {
        return Answer.to(port(), verb, path, body, headers);
    }

    @Override
    public void close() {
        server.close();
    }
}
