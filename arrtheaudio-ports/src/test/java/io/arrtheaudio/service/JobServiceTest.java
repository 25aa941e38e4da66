package io.arrtheaudio.service;

import static io.arrtheaudio.kit.SampleJobs.file;
import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.JobWatch;
import io.arrtheaudio.port.out.ClaimRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobServiceTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final WorkDesk desk = new WorkDesk();
    private final JobService service = desk.jobs(10);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_is_asked_for_is_stored_as_of_now_and_wakes_the_workers() throws InterruptedException {
        List<JobTicket> tickets = accepted(service.submit(List.of(manual("a.mkv"), manual("b.mkv"))));

        Job first = service.find(tickets.get(0).job()).orElseThrow();
        assertThat(first.request()).isEqualTo(manual("a.mkv"));
        assertThat(first.times().created()).isEqualTo(desk.clock.instant());
        assertThat(desk.work.await(AT_ONCE)).isTrue();
    }

    @Test
    void a_full_queue_refuses_and_wakes_nobody() throws InterruptedException {
        assertThat(service.submit(manuals("a", 11))).isEqualTo(new Submission.QueueFull(0, 10));

        assertThat(service.figures().count(JobState.QUEUED)).isZero();
        assertThat(desk.work.await(AT_ONCE)).isFalse();
    }

    @Test
    void the_limit_holds_among_callers_at_once() {
        AtOnce.call(16, i -> service.submit(manuals(i + "-", 3)));

        assertThat(service.figures().count(JobState.QUEUED)).isEqualTo(9);
    }

    @Test
    void a_webhook_finds_room_in_a_full_queue_and_wakes_the_workers() throws InterruptedException {
        service.submit(manuals("a", 10));
        desk.work.await(AT_ONCE);

        Webhook webhook = service.receive(
                SampleJobs.download(desk.clock.instant()), List.of(imported("b.mkv")), ToldTitle.NOTHING);

        assertThat(service.webhook(webhook.id())).contains(webhook);
        assertThat(service.find(webhook.jobs().get(0))).isPresent();
        assertThat(desk.work.await(AT_ONCE)).isTrue();
    }

    @Test
    void a_folder_that_is_gone_ends_what_is_pending_below_it() {
        service.submit(List.of(manual("show/a.mkv"), manual("show/b.mkv"), manual("other/c.mkv")));

        assertThat(service.gone(file("show"), "the series was deleted")).isEqualTo(2);

        assertThat(service.figures().count(JobState.QUEUED)).isEqualTo(1);
        assertThat(service.list(JobQuery.NEWEST.in(JobState.CANCELLED)).jobs())
                .extracting(Job::note)
                .containsOnly("the series was deleted");
    }

    @Test
    void a_file_that_moved_takes_its_job_along_and_wakes_the_workers() throws InterruptedException {
        String id = accepted(service.submit(List.of(manual("a.mkv")))).get(0).job();
        desk.work.await(AT_ONCE);

        assertThat(service.moved(file("a.mkv"), file("b.mkv"))).isEqualTo(1);

        assertThat(service.find(id).orElseThrow().file()).isEqualTo(file("b.mkv"));
        assertThat(desk.work.await(AT_ONCE)).isTrue();
        assertThat(service.moved(file("b.mkv"), file("b.mkv"))).isZero();
    }

    @Test
    void a_job_is_cancelled_at_once_and_a_worker_asked_to_stop() {
        String queued =
                accepted(service.submit(List.of(manual("a.mkv")))).get(0).job();
        assertThat(service.cancel(queued, "by the API").orElseThrow().state()).isEqualTo(JobState.CANCELLED);

        String running =
                accepted(service.submit(List.of(manual("b.mkv")))).get(0).job();
        claim();

        assertThat(service.cancel(running, "by the API").orElseThrow().lease().cancelAsked())
                .isTrue();
        assertThat(service.cancel("77", "by the API")).isEmpty();
    }

    @Test
    void a_retry_wakes_the_workers() throws InterruptedException {
        service.submit(List.of(manual("a.mkv")));
        Job failed = desk.stores
                .queue()
                .settle(claim(), SampleJobs.gaveUp(), desk.clock.instant())
                .orElseThrow();
        desk.work.await(AT_ONCE);

        assertThat(service.retry(failed.id(), false).orElseThrow().how()).isEqualTo(JobTicket.How.NEW);

        assertThat(desk.work.await(AT_ONCE)).isTrue();
        assertThat(service.retry("77", false)).isEmpty();
    }

    @Test
    void what_waits_for_its_file_wakes_the_workers_when_files_may_be_elsewhere() throws InterruptedException {
        desk.work.await(AT_ONCE);

        service.lookAgain();

        assertThat(desk.work.await(AT_ONCE)).isTrue();
    }

    @Test
    void who_watches_is_told_of_everything_as_it_is_afterwards() {
        JobBulletinTest.Events events = new JobBulletinTest.Events();
        try (JobWatch watch = service.watch(events)) {
            assertThat(watch).isNotNull();
            String first =
                    accepted(service.submit(List.of(manual("a.mkv")))).get(0).job();
            Webhook second = service.receive(
                    SampleJobs.download(desk.clock.instant()), List.of(imported("b.mkv")), ToldTitle.NOTHING);
            awaitJob(events, service.find(first).orElseThrow());
            awaitJob(events, service.find(second.jobs().get(0)).orElseThrow());

            service.moved(file("a.mkv"), file("c.mkv"));
            awaitJob(events, service.find(first).orElseThrow());
            service.cancel(first, "me");
            awaitJob(events, service.find(first).orElseThrow());
            service.gone(file("b.mkv"), "gone");
            awaitJob(events, service.find(second.jobs().get(0)).orElseThrow());
            String again = service.retry(first, false).orElseThrow().job();
            awaitJob(events, service.find(again).orElseThrow());
        }
    }

    @Test
    void what_cannot_be_told_is_accepted_all_the_same() {
        JobService blind = new JobService(desk.storeThatCannot("find"), desk.bulletin, desk.work, 10, desk.clock);
        desk.bulletin.watch(event -> {});

        assertThat(accepted(blind.submit(List.of(manual("a.mkv"))))).hasSize(1);
    }

    private static void awaitJob(JobBulletinTest.Events events, Job job) {
        Waiting.until(() -> events.changes().contains(new JobEvent.JobChanged(job)));
    }

    private Job claim() {
        return desk.stores
                .queue()
                .claim(ClaimRule.anything(desk.clock.instant().plusSeconds(60)), desk.clock.instant())
                .orElseThrow();
    }

    private static List<JobTicket> accepted(Submission submission) {
        return submission.fold(Submission.Accepted::tickets, full -> {
            throw new AssertionError("refused: " + full);
        });
    }
}
