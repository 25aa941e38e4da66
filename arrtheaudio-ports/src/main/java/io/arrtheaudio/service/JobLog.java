package io.arrtheaudio.service;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.in.LogFields;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the log tells about jobs: whatever is logged while somebody works on one names it, and one line for each look at a
 * file tells what came of it, as a sentence and as fields.
 */
final class JobLog {

    private static final Logger LOG = LoggerFactory.getLogger(JobLog.class);

    private static final List<String> FIELDS =
            List.of(LogFields.JOB, LogFields.FILE, LogFields.CORRELATION, LogFields.BATCH);

    private JobLog() {}

    /** Everything that this thread logs from now on is about this job, until it {@link #leave leaves} it. */
    static void enter(Job job) {
        MDC.put(LogFields.JOB, job.id());
        MDC.put(LogFields.FILE, job.file().shown());
        putIfKnown(LogFields.CORRELATION, job.request().correlation());
        putIfKnown(LogFields.BATCH, job.request().batch());
    }

    /** What this thread logs is about no job. */
    static void leave() {
        FIELDS.forEach(MDC::remove);
    }

    private static void putIfKnown(String field, String value) {
        if (!value.isEmpty()) {
            MDC.put(field, value);
        }
    }

    /** One line for each time that a file was looked at; for the person who reads the log first. */
    static void tell(Job job) {
        JobResult result = job.result();
        switch (job.state()) {
            case COMPLETED ->
                ended(Level.INFO, job)
                        .log("job {} of {} {}: {}", job.id(), job.file().shown(), result.words(), result.message());
            case FAILED ->
                ended(Level.WARN, job)
                        .log("job {} of {} failed: {}", job.id(), job.file().shown(), result.message());
            default ->
                LOG.info(
                        "job {} of {} {}: {}",
                        job.id(),
                        job.file().shown(),
                        job.state().word(),
                        job.note());
        }
    }

    private static LoggingEventBuilder ended(Level level, Job job) {
        JobResult result = job.result();
        return LOG.atLevel(level)
                .addKeyValue(
                        "container",
                        job.file().container().map(Container::name).orElse("").toLowerCase(Locale.ROOT))
                .addKeyValue("audio_tracks", result.explanation().tracks().size())
                .addKeyValue(
                        "selected_language",
                        result.track() > 0 ? result.language().toString() : "")
                .addKeyValue("selection_method", method(result))
                .addKeyValue("changed", result.kind() == ResultKind.CHANGED)
                .addKeyValue("error", result.kind() == ResultKind.FAILED ? result.message() : "")
                .addKeyValue("duration_ms", result.took().toMillis());
    }

    private static String method(JobResult result) {
        if (result.track() == 0) {
            return "none";
        }
        OriginalLanguage original = result.explanation().original();
        boolean isOriginal = original.isKnown()
                && original.language().code().equals(result.language().code());
        return isOriginal ? "original_language" : "language_priority";
    }
}
