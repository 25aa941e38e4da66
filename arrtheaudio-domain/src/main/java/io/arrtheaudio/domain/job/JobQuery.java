package io.arrtheaudio.domain.job;

import java.util.Objects;
import java.util.Set;

/**
 * Which jobs. Every part that is not empty must fit.
 *
 * @param states one of these states
 * @param sources first asked for by one of these
 * @param webhook among the jobs of this webhook, those included that it joined
 * @param batch among the jobs of this batch, those included that it joined
 * @param pathText a part of the path, as it was received or as it is here; the case of a to z does not count
 * @param before older than the job of this id: where the page before ended
 * @param atMost how many at most, the newest first
 */
public record JobQuery(
        Set<JobState> states,
        Set<JobSource> sources,
        String webhook,
        String batch,
        String pathText,
        String before,
        int atMost) {

    /** A page never holds more. */
    public static final int LARGEST_PAGE = 1000;

    /** The newest jobs. */
    public static final JobQuery NEWEST = new JobQuery(Set.of(), Set.of(), "", "", "", "", 100);

    /** Checks the values; the sets are copied. */
    public JobQuery {
        states = Set.copyOf(states);
        sources = Set.copyOf(sources);
        Objects.requireNonNull(webhook, "webhook");
        Objects.requireNonNull(batch, "batch");
        Objects.requireNonNull(pathText, "pathText");
        Objects.requireNonNull(before, "before");
        if (atMost < 1 || atMost > LARGEST_PAGE) {
            throw new IllegalArgumentException("atMost was " + atMost + " but must be 1 to " + LARGEST_PAGE);
        }
    }

    /** The same, in one of these states. */
    public JobQuery in(JobState... these) {
        return new JobQuery(Set.of(these), sources, webhook, batch, pathText, before, atMost);
    }

    /** The same, first asked for by one of these. */
    public JobQuery from(JobSource... these) {
        return new JobQuery(states, Set.of(these), webhook, batch, pathText, before, atMost);
    }

    /** The same, among the jobs of a webhook. */
    public JobQuery ofWebhook(String id) {
        return new JobQuery(states, sources, id, batch, pathText, before, atMost);
    }

    /** The same, among the jobs of a batch. */
    public JobQuery ofBatch(String id) {
        return new JobQuery(states, sources, webhook, id, pathText, before, atMost);
    }

    /** The same, with a text in the path. */
    public JobQuery withPath(String text) {
        return new JobQuery(states, sources, webhook, batch, text, before, atMost);
    }

    /** The same, the next page: {@link JobPage#next} of the one before. */
    public JobQuery before(String id) {
        return new JobQuery(states, sources, webhook, batch, pathText, id, atMost);
    }

    /** The same, with pages of another size. */
    public JobQuery atMost(int jobs) {
        return new JobQuery(states, sources, webhook, batch, pathText, before, jobs);
    }

    /** Whether a job fits, as far as it can tell itself: not webhook, batch and page. */
    public boolean fits(Job job) {
        return (states.isEmpty() || states.contains(job.state()))
                && (sources.isEmpty() || sources.contains(job.request().source()))
                && (holds(job.file().received()) || holds(job.file().local()));
    }

    private boolean holds(String path) {
        return lower(path).contains(lower(pathText));
    }

    /** Only a to z, as SQL does it too. */
    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)));
        return lower.toString();
    }
}
