package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.Objects;

/**
 * What is to be done with one file, and who wants it.
 *
 * @param file which file
 * @param title which film or series it is, as far as the caller knows
 * @param original the language the title was made in, as the caller was told
 * @param priority how urgent it is
 * @param source what asked first
 * @param webhook the id of the webhook that asked first; empty if none did, or before the store has given it one
 * @param batch the id of the batch that alone asked; empty if none did or others asked too
 * @param correlation what the lines of the log that belong together have in common: the id of the request that asked first;
 *     empty if it had none
 * @param dryRun tell what would be done, write nothing
 * @param force change the file even if its last change was taken back by the user
 */
public record JobRequest(
        JobFile file,
        TitleHint title,
        OriginalLanguage original,
        JobPriority priority,
        JobSource source,
        String webhook,
        String batch,
        String correlation,
        boolean dryRun,
        boolean force) {

    /** Checks the values. */
    public JobRequest {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(webhook, "webhook");
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(correlation, "correlation");
    }

    /** A request of which nothing more is known. */
    public static JobRequest of(JobFile file, JobSource source, JobPriority priority) {
        return new JobRequest(
                file, TitleHint.UNKNOWN, OriginalLanguage.UNKNOWN, priority, source, "", "", "", false, false);
    }

    /** The same for a title that is known. */
    public JobRequest about(TitleHint hint, OriginalLanguage told) {
        return new JobRequest(file, hint, told, priority, source, webhook, batch, correlation, dryRun, force);
    }

    /** The same for a file that is somewhere else by now. */
    public JobRequest withFile(JobFile other) {
        return new JobRequest(other, title, original, priority, source, webhook, batch, correlation, dryRun, force);
    }

    /** The same with another priority. */
    public JobRequest withPriority(JobPriority other) {
        return new JobRequest(file, title, original, other, source, webhook, batch, correlation, dryRun, force);
    }

    /** The same as part of a webhook. */
    public JobRequest ofWebhook(String id) {
        return new JobRequest(file, title, original, priority, source, id, batch, correlation, dryRun, force);
    }

    /** The same as part of a batch; of none if the id is empty. */
    public JobRequest ofBatch(String id) {
        return new JobRequest(file, title, original, priority, source, webhook, id, correlation, dryRun, force);
    }

    /** The same, told of in the log as part of what a request asked for. */
    public JobRequest correlated(String id) {
        return new JobRequest(file, title, original, priority, source, webhook, batch, id, dryRun, force);
    }

    /** The same, without writing. */
    public JobRequest asDryRun() {
        return new JobRequest(file, title, original, priority, source, webhook, batch, correlation, true, force);
    }

    /** The same, even if the file's last change was taken back. */
    public JobRequest forced() {
        return new JobRequest(file, title, original, priority, source, webhook, batch, correlation, dryRun, true);
    }

    /**
     * The same once more: of no batch, and at least as urgent as what a person asks for.
     *
     * @param anyway even if the file's last change was taken back
     */
    public JobRequest retried(boolean anyway) {
        JobRequest again = ofBatch("").withPriority(priority.orHigher(JobPriority.NORMAL));
        return anyway ? again.forced() : again;
    }

    /**
     * Whether one job can do both: they mean the same file, and either both write or none does. A dry run that joined a
     * job that writes would be none.
     */
    public boolean canJoin(JobRequest other) {
        return file.key().equals(other.file.key()) && dryRun == other.dryRun;
    }

    /**
     * This request and a later one in one: the higher priority wins, what the later one knows comes first, and what it does
     * not know is kept.
     *
     * @throws IllegalArgumentException if one job cannot do both
     */
    JobRequest joinedBy(JobRequest later) {
        if (!canJoin(later)) {
            throw new IllegalArgumentException(
                    "a request for " + later.file.key() + " cannot join one for " + file.key());
        }
        return new JobRequest(
                file,
                joined(later.title, title),
                joined(later.original, original),
                priority.orHigher(later.priority),
                source,
                webhook.isEmpty() ? later.webhook : webhook,
                batch.equals(later.batch) ? batch : "",
                correlation.isEmpty() ? later.correlation : correlation,
                dryRun,
                force || later.force);
    }

    /** Ids mean nothing under another kind of title. */
    private static TitleHint joined(TitleHint later, TitleHint earlier) {
        boolean isSameKind = later.kind() == earlier.kind()
                || later.kind() == TitleKind.UNKNOWN
                || earlier.kind() == TitleKind.UNKNOWN;
        if (!isSameKind) {
            return later.isKnown() ? later : earlier;
        }
        return new TitleHint(
                later.kind() == TitleKind.UNKNOWN ? earlier.kind() : later.kind(),
                later.name().isEmpty() ? earlier.name() : later.name(),
                later.name().isEmpty() || later.year() == 0 ? earlier.year() : later.year(),
                later.ids().or(earlier.ids()));
    }

    /** Who knows comes before who may have guessed. */
    private static OriginalLanguage joined(OriginalLanguage later, OriginalLanguage earlier) {
        if (!later.isKnown() || !earlier.isKnown()) {
            return later.isKnown() ? later : earlier;
        }
        return later.confidence().compareTo(earlier.confidence()) <= 0 ? later : earlier;
    }
}
