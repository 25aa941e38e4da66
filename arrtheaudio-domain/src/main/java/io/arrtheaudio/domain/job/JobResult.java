package io.arrtheaudio.domain.job;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a job came to. Flat, because it is kept and looked through; {@link Outcome} is what it is made of.
 *
 * @param kind how it ended
 * @param reason why it was left alone ({@link SkipReason#word}) or who can mend it ({@link Remedy} in lower case); empty for
 *     every other kind
 * @param message one sentence for people
 * @param track the track that is or would be the default, counted from 1; 0 if none was chosen
 * @param language of that track; {@link Language#UNDETERMINED} if it has none
 * @param explanation what was thought of the tracks; {@link Explanation#NONE} if they were not looked at
 * @param entry the journal's entry that takes the change back; empty if there is none
 * @param copiedBytes how many bytes were copied, or would be at most
 * @param took how long the last try took, to the millisecond
 */
public record JobResult(
        ResultKind kind,
        String reason,
        String message,
        int track,
        Language language,
        Explanation explanation,
        String entry,
        long copiedBytes,
        Duration took) {

    /** Of a job that has not ended or was cancelled. */
    public static final JobResult NONE =
            new JobResult(ResultKind.NONE, "", "", 0, Language.UNDETERMINED, Explanation.NONE, "", 0, Duration.ZERO);

    /** Checks the values. */
    public JobResult {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(entry, "entry");
        boolean hasReason = kind == ResultKind.SKIPPED || kind == ResultKind.FAILED;
        if (hasReason == reason.isEmpty()) {
            throw new IllegalArgumentException("a result that is " + kind + " has the reason '" + reason + "'");
        }
        if (track < 0 || copiedBytes < 0 || took.isNegative()) {
            throw new IllegalArgumentException("track " + track + ", " + copiedBytes + " copied bytes and a time of "
                    + took + " must not be negative");
        }
        took = Duration.ofMillis(took.toMillis());
    }

    /** The result of work on a file. */
    public static JobResult of(Outcome outcome, Duration took) {
        return outcome.fold(new FromOutcome(took));
    }

    /** A failure before the file was looked into. */
    public static JobResult failed(Remedy remedy, String message, Duration took) {
        return new JobResult(
                ResultKind.FAILED, word(remedy), message, 0, Language.UNDETERMINED, Explanation.NONE, "", 0, took);
    }

    /** Why the file was left alone. */
    public Optional<SkipReason> skipReason() {
        return kind == ResultKind.SKIPPED ? Optional.of(SkipReason.valueOf(upper(reason))) : Optional.empty();
    }

    /** Who can mend the failure. */
    public Optional<Remedy> remedy() {
        return kind == ResultKind.FAILED ? Optional.of(Remedy.valueOf(upper(reason))) : Optional.empty();
    }

    /** The words for it in statistics: {@code changed}, {@code skipped: hardlinked}. */
    public String words() {
        return kind == ResultKind.SKIPPED ? kind.word() + ": " + reason : kind.word();
    }

    private static String word(Remedy remedy) {
        return remedy.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Makes every outcome flat. */
    private record FromOutcome(Duration took) implements Outcome.Cases<JobResult> {

        @Override
        public JobResult changed(Outcome.Changed outcome) {
            return chosen(ResultKind.CHANGED, outcome, outcome.to(), outcome.entry(), outcome.cost());
        }

        @Override
        public JobResult alreadyCorrect(Outcome.AlreadyCorrect outcome) {
            EditCost nothing = new EditCost("", 0, 0);
            return chosen(ResultKind.ALREADY_CORRECT, outcome, outcome.already(), "", nothing);
        }

        @Override
        public JobResult noMatch(Outcome.NoMatch outcome) {
            return unchosen(
                    ResultKind.NO_MATCH, outcome, "", outcome.explanation().summary());
        }

        @Override
        public JobResult skipped(Outcome.Skipped outcome) {
            return unchosen(ResultKind.SKIPPED, outcome, outcome.reason().word(), outcome.detail());
        }

        @Override
        public JobResult wouldChange(Outcome.WouldChange outcome) {
            return chosen(ResultKind.WOULD_CHANGE, outcome, outcome.to(), "", outcome.cost());
        }

        @Override
        public JobResult failed(Outcome.Failed outcome) {
            return unchosen(ResultKind.FAILED, outcome, word(outcome.remedy()), outcome.problem());
        }

        private JobResult chosen(ResultKind kind, Outcome outcome, AudioTrack to, String entry, EditCost cost) {
            return new JobResult(
                    kind,
                    "",
                    outcome.explanation().summary(),
                    to.position(),
                    to.language(),
                    outcome.explanation(),
                    entry,
                    cost.copiedBytes(),
                    took);
        }

        private JobResult unchosen(ResultKind kind, Outcome outcome, String reason, String message) {
            return new JobResult(kind, reason, message, 0, Language.UNDETERMINED, outcome.explanation(), "", 0, took);
        }
    }
}
