package io.arrtheaudio.domain.job;

import static io.arrtheaudio.domain.job.Jobs.DONE;
import static io.arrtheaudio.domain.job.Jobs.GAVE_UP;
import static io.arrtheaudio.domain.job.Jobs.NOON;
import static io.arrtheaudio.domain.job.Jobs.queued;
import static io.arrtheaudio.domain.job.Jobs.running;
import static io.arrtheaudio.domain.job.Jobs.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.failure.Remedy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobLifeTest {

    private static final Instant LATER = NOON.plusSeconds(90);

    @Test
    void a_job_begins_queued_and_due() {
        Job job = queued();

        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.times()).isEqualTo(new JobTimes(NOON, NOON, Instant.EPOCH, Instant.EPOCH));
        assertThat(job.lease()).isEqualTo(Lease.NONE);
        assertThat(job.result()).isEqualTo(JobResult.NONE);
    }

    @Test
    void a_worker_holds_what_it_took_up() {
        Job job = running();

        assertThat(job.lease()).isEqualTo(new Lease("run 1", NOON.plusSeconds(60), false));
        assertThat(job.tries()).isEqualTo(new JobTries(0, 1));
        assertThat(JobLife.renewed(job, LATER).lease().until()).isEqualTo(LATER);
        assertThat(JobLife.renewed(job, LATER).isHeldAs(job)).isTrue();
    }

    @Test
    void the_hold_of_one_worker_is_not_that_of_the_next() {
        Job first = running();
        Job again = JobLife.claimed(JobLife.lost(first, 3, LATER), "run 1", LATER.plusSeconds(60), LATER);

        assertThat(again.isHeldAs(first)).isFalse();
        assertThat(again.isHeldAs(again)).isTrue();
        assertThat(queued().isHeldAs(first)).isFalse();
    }

    @Test
    void a_result_tells_whether_the_job_is_completed_or_has_failed() {
        Job completed = JobLife.settled(running(), DONE, LATER);
        Job failed = JobLife.settled(running(), GAVE_UP, LATER);

        assertThat(completed.state()).isEqualTo(JobState.COMPLETED);
        assertThat(completed.times().ended()).isEqualTo(LATER);
        assertThat(completed.tries().failed()).isZero();
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.tries().failed()).isEqualTo(1);
    }

    @Test
    void what_is_tried_again_goes_behind_everything_else() {
        Job job = JobLife.settled(running(), new Settlement.TryAgain(LATER, "busy"), NOON);

        assertThat(job.state()).isEqualTo(JobState.QUEUED);
        assertThat(job.request().priority()).isEqualTo(JobPriority.LOW);
        assertThat(job.times().due()).isEqualTo(LATER);
        assertThat(job.note()).isEqualTo("busy");
        assertThat(job.tries().failed()).isEqualTo(1);
    }

    @Test
    void what_is_given_back_or_lost_keeps_its_place() {
        Job back = JobLife.settled(running(), new Settlement.GiveBack("the program stops"), LATER);
        Job lost = JobLife.lost(running(), 3, LATER);

        assertThat(back.request()).isEqualTo(queued().request());
        assertThat(back.times().created()).isEqualTo(NOON);
        assertThat(back.tries().failed()).isZero();
        assertThat(lost.request()).isEqualTo(queued().request());
        assertThat(lost.tries().failed()).isEqualTo(1);
    }

    @Test
    void what_is_lost_too_often_fails() {
        Job failed = JobLife.lost(running(), 1, LATER);

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.result().remedy()).contains(Remedy.REPORT_BUG);
    }

    @Test
    void the_time_to_wait_counts_from_the_first_look_whatever_is_waited_for() {
        Job looked = JobLife.claimed(waiting(), "run 1", LATER.plusSeconds(60), LATER);

        Job still = JobLife.settled(looked, Jobs.waitFor(WaitReason.SPACE, LATER.plusSeconds(60)), LATER);

        assertThat(still.waiting()).isEqualTo(new JobWait(WaitReason.SPACE, NOON));
    }

    @Test
    void somebody_who_asks_again_lets_it_be_looked_at_at_once_and_its_time_begin_anew() {
        Job joined = JobLife.joined(waiting(), Jobs.request("a.mkv").withPriority(JobPriority.HIGH), LATER);

        assertThat(joined.state()).isEqualTo(JobState.WAITING);
        assertThat(joined.waiting().since()).isEqualTo(LATER);
        assertThat(joined.times().due()).isEqualTo(NOON.plusSeconds(60));
        assertThat(joined.request().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(JobLife.joined(waiting(), Jobs.request("a.mkv"), NOON.plusSeconds(5))
                        .times()
                        .due())
                .isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void a_worker_that_was_asked_to_stop_puts_nothing_back() {
        Job asked = JobLife.cancelled(running(), "by the API", LATER);

        assertThat(asked.lease().cancelAsked()).isTrue();
        assertThat(JobLife.settled(asked, DONE, LATER).state()).isEqualTo(JobState.COMPLETED);
        assertThat(JobLife.settled(asked, new Settlement.TryAgain(LATER, ""), LATER)
                        .state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(JobLife.settled(asked, new Settlement.GiveBack(""), LATER).state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(JobLife.settled(asked, Jobs.waitFor(WaitReason.SPACE, LATER), LATER)
                        .state())
                .isEqualTo(JobState.CANCELLED);
        assertThat(JobLife.lost(asked, 1, LATER).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void what_has_ended_stays_as_it_is() {
        Job ended = JobLife.settled(running(), DONE, LATER);

        assertThat(JobLife.cancelled(ended, "too late", LATER)).isEqualTo(ended);
        assertThatIllegalStateException()
                .isThrownBy(() -> JobLife.claimed(ended, "run 1", LATER, NOON))
                .withMessage("job 7 is COMPLETED and cannot become RUNNING");
        assertThatIllegalStateException().isThrownBy(() -> JobLife.joined(ended, ended.request(), LATER));
        assertThatIllegalStateException().isThrownBy(() -> JobLife.moved(ended, Jobs.file("b.mkv"), LATER));
        assertThatIllegalStateException().isThrownBy(() -> JobLife.renewed(ended, LATER));
        assertThatIllegalStateException().isThrownBy(() -> JobLife.settled(ended, DONE, LATER));
    }

    @Test
    void only_what_is_pending_moves() {
        assertThat(JobLife.moved(waiting(), Jobs.file("b.mkv"), LATER).times().due())
                .isEqualTo(LATER);
        assertThatIllegalStateException()
                .isThrownBy(() -> JobLife.moved(running(), Jobs.file("b.mkv"), LATER))
                .withMessageContaining("cannot be moved");
    }

    @Test
    void what_goes_on_elsewhere_says_where() {
        Job absorbed = JobLife.absorbed(queued(), "9", LATER);

        assertThat(absorbed.state()).isEqualTo(JobState.CANCELLED);
        assertThat(absorbed.note()).contains("job 9");
        assertThat(absorbed.times().ended()).isEqualTo(LATER);
        assertThat(JobTimes.createdAt(NOON.plusNanos(1)).created()).isEqualTo(NOON);
    }
}
