package io.arrtheaudio.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.EditCost;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobResultTest {

    private static final Path FILE = Path.of("/media/film.mkv");
    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final AudioTrack TRACK = new AudioTrack(2, JAPANESE, "", "aac", 2, Set.of());
    private static final EditCost COST = new EditCost("copy", 5, 1000);
    private static final Explanation WHY =
            new Explanation("jpn is wanted", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of());

    @Test
    void every_outcome_becomes_a_result_with_its_word() {
        List<Outcome> all = List.of(
                new Outcome.Changed(FILE, TRACK, COST, "41", WHY),
                new Outcome.AlreadyCorrect(FILE, TRACK, WHY),
                new Outcome.NoMatch(FILE, WHY),
                new Outcome.Skipped(FILE, SkipReason.HARDLINKED, "it has 2 names", WHY),
                new Outcome.WouldChange(FILE, TRACK, COST, WHY),
                new Outcome.Failed(FILE, Remedy.RETRY_LATER, "the disk is full", WHY));

        assertThat(all)
                .allSatisfy(outcome -> assertThat(result(outcome).kind().word()).isEqualTo(outcome.word()));
        assertThat(all).extracting(outcome -> result(outcome).explanation()).containsOnly(WHY);
        assertThat(all)
                .extracting(outcome -> result(outcome).message())
                .containsExactly(
                        "jpn is wanted",
                        "jpn is wanted",
                        "jpn is wanted",
                        "it has 2 names",
                        "jpn is wanted",
                        "the disk is full");
    }

    @Test
    void a_change_tells_track_entry_and_cost() {
        assertThat(result(new Outcome.Changed(FILE, TRACK, COST, "41", WHY)))
                .isEqualTo(new JobResult(
                        ResultKind.CHANGED, "", "jpn is wanted", 2, JAPANESE, WHY, "41", 1000, Duration.ofMillis(7)));
    }

    @Test
    void why_and_who_can_mend_it_can_be_read_back() {
        JobResult skipped = result(new Outcome.Skipped(FILE, SkipReason.TOO_FRESH, "", WHY));
        JobResult failed = JobResult.failed(Remedy.FIX_SETTINGS, "no mapping fits", Duration.ZERO);

        assertThat(skipped.skipReason()).contains(SkipReason.TOO_FRESH);
        assertThat(skipped.words()).isEqualTo("skipped: too_fresh");
        assertThat(skipped.remedy()).isEmpty();
        assertThat(failed.remedy()).contains(Remedy.FIX_SETTINGS);
        assertThat(failed.words()).isEqualTo("failed");
        assertThat(failed.skipReason()).isEmpty();
    }

    @Test
    void parts_that_do_not_agree_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jobs.result(ResultKind.SKIPPED))
                .withMessageContaining("SKIPPED");
        assertThatIllegalArgumentException().isThrownBy(() -> new Settlement.Finished(JobResult.NONE));
        Job done = JobLife.settled(Jobs.running(), Jobs.DONE, Jobs.NOON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Job(
                        "7",
                        done.request(),
                        JobState.QUEUED,
                        done.tries(),
                        done.times(),
                        done.waiting(),
                        Lease.NONE,
                        "",
                        done.result()))
                .withMessage("job 7 is QUEUED with the result ALREADY_CORRECT");
        assertThatIllegalArgumentException().isThrownBy(() -> new JobTries(2, 1));
    }

    private static JobResult result(Outcome outcome) {
        return JobResult.of(outcome, Duration.ofNanos(7_999_999));
    }
}
