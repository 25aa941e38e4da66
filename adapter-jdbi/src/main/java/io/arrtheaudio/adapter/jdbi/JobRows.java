package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTimes;
import io.arrtheaudio.domain.job.JobTries;
import io.arrtheaudio.domain.job.JobWait;
import io.arrtheaudio.domain.job.Lease;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/** Jobs as rows, and rows as jobs. */
final class JobRows {

    private static final int CAN_BE_TAKEN_UP = 1;
    private static final int NOT_YET_DUE = 0;
    private static final int NOT_PENDING = 2;

    private JobRows() {}

    /** Binds every column but the id. */
    static <S extends SqlStatement<S>> S bind(S statement, Job job, Instant now) {
        bindRequest(statement, job.request());
        return statement
                .bind("state", job.state().name())
                .bind("ready", ready(job, now))
                .bind("failed", job.tries().failed())
                .bind("claims", job.tries().claims())
                .bind("created", Millis.of(job.times().created()))
                .bind("due", Millis.of(job.times().due()))
                .bind("started", Millis.of(job.times().started()))
                .bind("ended", Millis.of(job.times().ended()))
                .bind("waitsFor", job.waiting().reason().name())
                .bind("waitsSince", Millis.of(job.waiting().since()))
                .bind("owner", job.lease().owner())
                .bind("leaseUntil", Millis.of(job.lease().until()))
                .bind("cancelAsked", job.lease().cancelAsked())
                .bind("note", job.note());
    }

    private static int ready(Job job, Instant now) {
        if (!job.state().isPending()) {
            return NOT_PENDING;
        }
        return job.times().due().isAfter(now) ? NOT_YET_DUE : CAN_BE_TAKEN_UP;
    }

    private static <S extends SqlStatement<S>> void bindRequest(S statement, JobRequest request) {
        statement
                .bind("priority", request.priority().ordinal())
                .bind("kind", kind(request.file()))
                .bind("fileKey", request.file().key())
                .bind("correlation", request.correlation())
                .bind("dryRun", request.dryRun())
                .bind("force", request.force())
                .bind("source", request.source().name())
                .bind("webhook", RowId.number(request.webhook()))
                .bind("batch", RowId.number(request.batch()))
                .bind("received", request.file().received())
                .bind("local", request.file().local())
                .bind("tried", request.file().tried())
                .bind("titleKind", request.title().kind().name())
                .bind("titleName", request.title().name())
                .bind("titleYear", request.title().year())
                .bind("tmdb", request.title().ids().tmdb())
                .bind("tvdb", request.title().ids().tvdb())
                .bind("imdb", request.title().ids().imdb())
                .bind("code", request.original().language().code())
                .bind("script", request.original().language().script())
                .bind("region", request.original().language().region())
                .bind("told", request.original().source())
                .bind("confidence", request.original().confidence().name());
    }

    /** The container that a file's name promises; empty if none. */
    static String kind(JobFile file) {
        return file.container().map(Container::name).orElse("");
    }

    /** Reads one, joined with its result. */
    static Job read(ResultSet row) throws SQLException {
        return new Job(
                RowId.of(row.getLong("id")),
                request(row),
                JobState.valueOf(row.getString("state")),
                new JobTries(row.getInt("failed"), row.getInt("claims")),
                new JobTimes(
                        Millis.moment(row, "created_ms"),
                        Millis.moment(row, "due_ms"),
                        Millis.moment(row, "started_ms"),
                        Millis.moment(row, "ended_ms")),
                new JobWait(WaitReason.valueOf(row.getString("waits_for")), Millis.moment(row, "waits_since_ms")),
                new Lease(row.getString("owner"), Millis.moment(row, "lease_until_ms"), row.getBoolean("cancel_asked")),
                row.getString("note"),
                row.getString("outcome") == null ? JobResult.NONE : result(row));
    }

    private static JobRequest request(ResultSet row) throws SQLException {
        return new JobRequest(
                new JobFile(
                        row.getString("received"),
                        row.getString("local"),
                        row.getString("tried"),
                        row.getString("file_key")),
                new TitleHint(
                        TitleKind.valueOf(row.getString("title_kind")),
                        row.getString("title_name"),
                        row.getInt("title_year"),
                        new TitleIds(row.getInt("tmdb"), row.getInt("tvdb"), row.getString("imdb"))),
                new OriginalLanguage(
                        new Language(
                                row.getString("original_code"),
                                row.getString("original_script"),
                                row.getString("original_region")),
                        row.getString("original_source"),
                        Confidence.valueOf(row.getString("original_confidence"))),
                JobPriority.values()[row.getInt("priority")],
                JobSource.valueOf(row.getString("source")),
                idOrEmpty(row.getLong("webhook")),
                idOrEmpty(row.getLong("batch")),
                row.getString("correlation"),
                row.getBoolean("dry_run"),
                row.getBoolean("force"));
    }

    private static String idOrEmpty(long number) {
        return number == 0 ? "" : RowId.of(number);
    }

    /** Binds every column of a result. */
    static <S extends SqlStatement<S>> S bind(S statement, JobResult result) {
        return statement
                .bind("outcome", result.kind().name())
                .bind("reason", result.reason())
                .bind("message", result.message())
                .bind("track", result.track())
                .bind("code", result.language().code())
                .bind("script", result.language().script())
                .bind("region", result.language().region())
                .bind("explanation", ExplanationText.of(result.explanation()))
                .bind("entry", result.entry())
                .bind("copied", result.copiedBytes())
                .bind("took", Millis.of(result.took()));
    }

    private static JobResult result(ResultSet row) throws SQLException {
        return new JobResult(
                ResultKind.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("message"),
                row.getInt("track"),
                new Language(row.getString("code"), row.getString("script"), row.getString("region")),
                ExplanationText.read(row.getString("explanation")),
                row.getString("entry"),
                row.getLong("copied_bytes"),
                Millis.time(row, "took_ms"));
    }
}
