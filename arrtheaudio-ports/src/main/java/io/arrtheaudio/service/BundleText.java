package io.arrtheaudio.service;

import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * One text of a debug bundle.
 *
 * @param name of its file, of small letters and dots
 * @param text made when it is asked for
 */
public record BundleText(String name, Supplier<String> text) {

    /** Checks that the values are there. */
    public BundleText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** What a doctor found, a line each, and what to do about it below. */
    public static String of(List<Finding> findings) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (Finding finding : findings) {
            lines.add(finding.level().name().toLowerCase(Locale.ROOT) + ": " + finding.subject() + ": "
                    + finding.found());
            if (!finding.remedy().isEmpty()) {
                lines.add("    " + finding.remedy());
            }
        }
        return lines.toString();
    }

    /** What there is to do, and what was done. */
    public static String of(QueueFigures queue, Figures done) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        for (JobState state : JobState.values()) {
            lines.add("jobs " + state.word() + ": " + queue.count(state)
                    + (state.isEnd() ? ", today " + done.ended().get(state) : ""));
        }
        queue.waiting()
                .forEach((reason, jobs) ->
                        lines.add("waiting for " + reason.name().toLowerCase(Locale.ROOT) + ": " + jobs));
        lines.add("oldest queued, seconds: " + queue.oldest().toSeconds());
        done.kinds()
                .forEach(kind -> lines.add("completed " + (kind.kind().isEmpty() ? "other files" : kind.kind()) + ": "
                        + kind.jobs() + ", milliseconds each: " + kind.mean().toNanos() / 1e6));
        lines.add("answers about titles: " + done.answers());
        lines.add("changes in the journal: " + done.journal().changes());
        lines.add("database, bytes: " + done.databaseBytes());
        return lines.toString();
    }
}
