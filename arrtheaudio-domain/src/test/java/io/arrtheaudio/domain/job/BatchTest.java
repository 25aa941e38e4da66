package io.arrtheaudio.domain.job;

import static io.arrtheaudio.domain.job.Jobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final Batch BEGUN =
            Batch.started("3", BatchRequest.of(Path.of("/library").toAbsolutePath()), NOON);
    private static final Job DONE = JobLife.settled(Jobs.running(), Jobs.DONE, NOON);

    @Test
    void it_is_over_when_all_files_are_found_and_done() {
        Batch found = BEGUN.with(BEGUN.progress().found(2), NOON);
        Batch one = found.with(found.progress().ended(DONE), NOON);
        assertThat(one.state()).isEqualTo(BatchState.FINDING);

        Batch all = one.allFound(NOON);
        assertThat(all.state()).isEqualTo(BatchState.WORKING);
        assertThat(all.progress().left()).isEqualTo(1);
        Batch over = all.with(all.progress().ended(JobLife.cancelled(Jobs.queued(), "", NOON)), NOON.plusSeconds(9));

        assertThat(over.state()).isEqualTo(BatchState.COMPLETED);
        assertThat(over.ended()).isEqualTo(NOON.plusSeconds(9));
        assertThat(over.progress().outcomes()).isEqualTo(Map.of("already_correct", 1L, "cancelled", 1L));
    }

    @Test
    void one_without_files_is_over_at_once() {
        assertThat(BEGUN.allFound(NOON).state()).isEqualTo(BatchState.COMPLETED);
    }

    @Test
    void an_end_is_an_end() {
        Batch cancelled = BEGUN.cancelled("me", NOON);

        assertThat(cancelled.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(cancelled.cancelled("again", NOON.plusSeconds(1))).isEqualTo(cancelled);
        assertThat(cancelled.with(cancelled.progress().found(0), NOON).state()).isEqualTo(BatchState.CANCELLED);
        assertThatIllegalStateException().isThrownBy(() -> cancelled.allFound(NOON));
        assertThatIllegalStateException().isThrownBy(() -> cancelled.failed("gone", NOON));
        assertThat(BEGUN.failed("gone", NOON).state()).isEqualTo(BatchState.FAILED);
    }

    @Test
    void rate_and_time_left_follow_from_what_is_done() {
        Batch working = BEGUN.with(BEGUN.progress().found(11), NOON).allFound(NOON);
        assertThat(working.timeLeft(NOON.plusSeconds(10))).isEmpty();

        Batch one = working.with(working.progress().ended(DONE), NOON);

        assertThat(one.perSecond(NOON.plusSeconds(10))).isEqualTo(0.1);
        assertThat(one.timeLeft(NOON.plusSeconds(10))).contains(Duration.ofSeconds(100));
        assertThat(one.perSecond(NOON)).isZero();
        assertThat(BEGUN.timeLeft(NOON.plusSeconds(10))).as("not all are found").isEmpty();
        assertThat(one.cancelled("me", NOON.plusSeconds(2)).timeLeft(NOON.plusSeconds(10)))
                .contains(Duration.ZERO);
        assertThat(one.cancelled("me", NOON.plusSeconds(2)).perSecond(NOON.plusSeconds(10)))
                .isEqualTo(0.5);
    }

    @Test
    void only_what_has_ended_counts() {
        assertThatIllegalArgumentException().isThrownBy(() -> BEGUN.progress().ended(Jobs.queued()));
    }

    @Test
    void figures_know_every_state_and_reason() {
        QueueFigures figures = new QueueFigures(
                Map.of(JobState.QUEUED, 2L), Map.of(WaitReason.SPACE, 1L, WaitReason.NONE, 5L), Duration.ZERO);

        assertThat(figures.count(JobState.QUEUED)).isEqualTo(2);
        assertThat(figures.count(JobState.FAILED)).isZero();
        assertThat(figures.count(WaitReason.SPACE)).isEqualTo(1);
        assertThat(figures.count(WaitReason.UNMAPPED)).isZero();
        assertThat(figures.waiting()).doesNotContainKey(WaitReason.NONE).hasSize(WaitReason.values().length - 1);
    }

    @Test
    void a_question_fits_by_state_source_and_path() {
        Job job = Jobs.queued();

        assertThat(JobQuery.NEWEST.fits(job)).isTrue();
        assertThat(JobQuery.NEWEST.in(JobState.FAILED).fits(job)).isFalse();
        assertThat(JobQuery.NEWEST.from(JobSource.SONARR).fits(job)).isFalse();
        assertThat(JobQuery.NEWEST.withPath("LIBRARY").fits(job)).isTrue();
        assertThat(JobQuery.NEWEST.withPath("b.mkv").fits(job)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> JobQuery.NEWEST.atMost(0));
        assertThatIllegalArgumentException().isThrownBy(() -> JobQuery.NEWEST.atMost(1001));
    }
}
