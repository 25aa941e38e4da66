package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.SampleJobs.download;
import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.JobTicket;
import io.arrtheaudio.domain.job.JobTicket.How;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.Submission;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.port.out.EndedBefore;
import io.arrtheaudio.port.out.JobStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} does for those who hand in; {@link JobListContract} says what it tells those who look. */
public abstract class JobStoreContract extends JobStoresContract {

    private static final TitleHint SERIES =
            new TitleHint(TitleKind.SERIES, "It's \"1899\" — 日本", 2022, new TitleIds(90669, 405021, "tt9319668"));
    private static final OriginalLanguage GUESSED =
            new OriginalLanguage(new Language("por", "Latn", "BR"), "told by 'Sonarr'", Confidence.LOW);
    private static final PathMappings MAPPINGS = new PathMappings(
            List.of(new PathMapping("C:\\TV", Path.of("/library").toAbsolutePath())));

    @Test
    public final void everything_of_a_job_survives() {
        JobRequest request = imported("it's; DROP TABLE jobs;--%_\u00e9.mkv")
                .about(SERIES, GUESSED)
                .correlated("import-7");

        Webhook webhook = jobs.store()
                .receive(
                        download(now()),
                        List.of(request, manual("b.mkv").asDryRun().forced()));

        Job first = job(webhook.jobs().get(0));
        assertThat(first.request()).isEqualTo(request.ofWebhook(webhook.id()));
        assertThat(first.state()).isEqualTo(JobState.QUEUED);
        assertThat(first.times().created()).isEqualTo(NOON);
        assertThat(open(you).store().find(first.id())).contains(first);
        assertThat(job(webhook.jobs().get(1)).request())
                .isEqualTo(manual("b.mkv").asDryRun().forced().ofWebhook(webhook.id()));
    }

    @Test
    public final void files_that_map_nowhere_and_texts_of_any_kind_are_kept() {
        for (String path : List.of("/tv/a.mkv", "a.mkv", "\0", "", "C:\\TV\\..\\a.mkv", "D:\\'\u65e5\ud83c\udfac\n")) {
            JobRequest request = imported("x").withFile(JobFile.of(MAPPINGS.map(path)));

            String id = submitted(request);

            assertThat(job(id).request()).isEqualTo(request);
            assertThat(job(id).file().isMapped()).isFalse();
        }
    }

    @Test
    public final void what_nobody_knows_is_not_there() {
        for (String id : List.of("", "0", "1", "-1", "1 OR 1=1", "99999999999999999999", "x")) {
            assertThat(jobs.store().find(id)).isEmpty();
            assertThat(jobs.store().webhook(id)).isEmpty();
            assertThat(jobs.store().cancel(id, "me", now())).isEmpty();
            assertThat(jobs.store().retry(id, false, now())).isEmpty();
        }
    }

    @Test
    public final void a_later_job_has_a_greater_id_whoever_hands_it_in() {
        List<String> ids = new ArrayList<>();
        JobStore yours = open(you).store();
        for (int i = 0; i < 6; i++) {
            ids.add(submitted(manual("mine" + i + ".mkv")));
            ids.add(accepted(yours.submit(List.of(manual("yours" + i + ".mkv")), NO_LIMIT, now()))
                    .get(0)
                    .job());
        }

        assertThat(ids).extracting(Long::valueOf).isSorted().doesNotHaveDuplicates();
    }

    // one job for each file

    @Test
    public final void a_request_for_a_file_that_is_queued_joins_and_makes_it_more_urgent() {
        String id = submitted(manual("a.mkv").about(SERIES, OriginalLanguage.UNKNOWN));

        JobTicket second = submit(
                        imported("a.mkv").about(TitleHint.UNKNOWN, GUESSED).forced())
                .get(0);

        assertThat(second).isEqualTo(new JobTicket(id, How.JOINED));
        JobRequest both = job(id).request();
        assertThat(both.priority()).isEqualTo(JobPriority.HIGH);
        assertThat(both.title()).isEqualTo(SERIES);
        assertThat(both.original()).isEqualTo(GUESSED);
        assertThat(both.force()).isTrue();
        assertThat(submit(manual("a.mkv")).get(0).how()).isEqualTo(How.JOINED);
        assertThat(job(id).request().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(everything()).hasSize(1);
    }

    @Test
    public final void requests_for_one_file_that_come_together_make_one_job() {
        List<JobTicket> tickets = submit(manual("a.mkv"), manual("b.mkv"), imported("a.mkv"));

        assertThat(tickets).extracting(JobTicket::how).containsExactly(How.NEW, How.NEW, How.JOINED);
        assertThat(tickets.get(2).job()).isEqualTo(tickets.get(0).job());
    }

    @Test
    public final void one_path_that_is_received_in_several_spellings_is_one_file() {
        String id = submitted(imported("a.mkv"));

        for (String path : List.of("C:\\TV\\a.mkv", "c:/TV//a.mkv", "C:\\TV\\.\\a.mkv\\")) {
            assertThat(submitted(imported("x").withFile(JobFile.of(MAPPINGS.map(path)))))
                    .isEqualTo(id);
        }
        assertThat(submitted(imported("A.mkv"))).isNotEqualTo(id);
    }

    @Test
    public final void a_dry_run_joins_none_that_writes() {
        String id = submitted(manual("a.mkv"));
        String dry = submitted(manual("a.mkv").asDryRun());

        assertThat(dry).isNotEqualTo(id);
        assertThat(submitted(manual("a.mkv").asDryRun())).isEqualTo(dry);
        assertThat(job(id).request().dryRun()).isFalse();
        claimed();
        assertThat(claim()).as("the other one of the same file").isEmpty();
    }

    @Test
    public final void a_file_that_waits_is_looked_at_at_once_when_somebody_asks_again() {
        submit(imported("a.mkv"));
        Job waiting = waits(claimed(), WaitReason.MISSING_FILE);
        later(Duration.ofMinutes(1));

        assertThat(submit(imported("a.mkv")).get(0)).isEqualTo(new JobTicket(waiting.id(), How.JOINED));

        assertThat(job(waiting.id()).waiting().since()).isEqualTo(now());
        assertThat(claimed().id()).isEqualTo(waiting.id());
    }

    @Test
    public final void what_waits_for_its_file_is_due_when_files_may_be_elsewhere_and_the_rest_is_not() {
        submit(imported("missing.mkv"));
        Job missing = waits(claimed(), WaitReason.MISSING_FILE);
        submit(imported("nowhere.mkv"));
        Job nowhere = waits(claimed(), WaitReason.UNMAPPED);
        submit(imported("seeded.mkv"));
        waits(claimed(), WaitReason.SEEDING);
        later(Duration.ofMinutes(1));

        assertThat(open(you).store().lookAgain(now())).isEqualTo(2);

        assertThat(job(missing.id()).waiting()).isEqualTo(missing.waiting());
        assertThat(job(missing.id()).times().due()).isEqualTo(now());
        assertThat(List.of(claimed().id(), claimed().id())).containsExactlyInAnyOrder(missing.id(), nowhere.id());
        assertThat(claim()).isEmpty();
        assertThat(jobs.store().lookAgain(now())).isZero();
    }

    @Test
    public final void a_file_that_somebody_works_on_gets_one_job_that_follows() {
        submit(manual("a.mkv"));
        Job running = claimed();

        JobTicket follow = submit(imported("a.mkv")).get(0);

        assertThat(follow.how()).isEqualTo(How.FOLLOW_UP);
        assertThat(submit(imported("a.mkv")).get(0)).isEqualTo(new JobTicket(follow.job(), How.JOINED));
        assertThat(claim()).isEmpty();
        settle(running, SampleJobs.done());
        assertThat(claimed().id()).isEqualTo(follow.job());
    }

    @Test
    public final void a_job_that_goes_back_to_the_queue_goes_on_in_the_one_that_follows() {
        Webhook first = jobs.store().receive(download(now()), List.of(imported("a.mkv")));
        Job running = claimed();
        Webhook second = jobs.store().receive(download(now()), List.of(imported("a.mkv")));
        String follow = second.jobs().get(0);

        Job gone = settle(running, new Settlement.TryAgain(now().plusSeconds(60), "the disk was full"));

        assertThat(gone.state()).isEqualTo(JobState.CANCELLED);
        assertThat(gone.note()).contains("job " + follow);
        assertThat(jobs.store().webhook(first.id()).orElseThrow().jobs()).containsExactly(running.id(), follow);
        assertThat(claimed().id()).isEqualTo(follow);
        expectOneOfEachFile();
    }

    @Test
    public final void what_a_webhook_tells_of_its_title_is_kept_with_it() {
        ToldTitle told = new ToldTitle(
                Set.of("tvdb 7", "folder /tv/Show"), new OriginalLanguage(new Language("jpn", "", ""), "Sonarr"), NOON);

        jobs.store().receive(download(now()), List.of(imported("a.mkv")), told);
        jobs.store().receive(download(now()), List.of(imported("b.mkv")));

        assertThat(open(you).told().find(List.of("folder /tv/Show"))).contains(told);
        assertThat(jobs.told().all()).containsExactly(told);
    }

    // all or none, and the limit

    @Test
    public final void nothing_is_half_accepted_when_the_queue_is_full() {
        submit(manual("a.mkv"));

        Submission refused = jobs.store().submit(manuals("b", 3), 3, now());

        assertThat(refused).isEqualTo(new Submission.QueueFull(1, 3));
        assertThat(everything()).hasSize(1);
        assertThat(accepted(jobs.store().submit(manuals("b", 2), 3, now()))).hasSize(2);
    }

    @Test
    public final void who_joins_needs_no_room_and_webhooks_always_find_some() {
        submit(manual("a.mkv"));

        assertThat(isFull(jobs.store().submit(List.of(imported("a.mkv")), 1, now())))
                .isFalse();
        assertThat(isFull(jobs.store().submit(List.of(manual("b.mkv")), 1, now())))
                .isTrue();
        assertThat(isFull(jobs.store().submit(List.of(), 0, now()))).isFalse();
        assertThat(jobs.store().receive(download(now()), manuals("c", 5)).jobs())
                .hasSize(5);
    }

    @Test
    public final void what_runs_or_waits_takes_no_room() {
        submit(manual("a.mkv"), manual("b.mkv"));
        waits(claimed(), WaitReason.SEEDING);
        claimed();

        assertThat(isFull(jobs.store().submit(List.of(manual("c.mkv")), 1, now())))
                .isFalse();
        assertThat(isFull(jobs.store().submit(List.of(manual("d.mkv")), 1, now())))
                .isTrue();
    }

    @Test
    public final void many_callers_at_the_limit_never_get_over_it() {
        List<JobStores> runs = List.of(jobs, open(me), open(you));
        int limit = 100;

        List<Submission> answers =
                AtOnce.call(64, i -> runs.get(i % runs.size()).store().submit(manuals(i + "-", 3), limit, now()));

        long taken = answers.stream().filter(answer -> !isFull(answer)).count();
        assertThat(taken).isEqualTo(limit / 3);
        assertThat(everything()).hasSize(limit / 3 * 3);
    }

    @Test
    public final void the_same_season_from_many_callers_at_once_is_one_job_a_file() {
        List<JobStores> runs = List.of(jobs, open(you));

        List<Webhook> webhooks =
                AtOnce.call(8, i -> runs.get(i % 2).store().receive(download(now()), manuals("s1e", 10)));

        assertThat(everything()).hasSize(10);
        assertThat(webhooks)
                .extracting(Webhook::jobs)
                .containsOnly(webhooks.get(0).jobs());
        assertThat(webhooks).extracting(Webhook::id).doesNotHaveDuplicates();
    }

    // webhooks

    @Test
    public final void a_webhook_knows_the_jobs_that_it_made_and_those_that_it_joined() {
        String before = submitted(manual("a.mkv"));

        Webhook webhook = jobs.store().receive(download(now()), List.of(imported("b.mkv"), imported("a.mkv")));

        assertThat(webhook.call()).isEqualTo(download(now()));
        assertThat(webhook.jobs()).hasSize(2).contains(before);
        assertThat(open(you).store().webhook(webhook.id())).contains(webhook);
        assertThat(job(before).request().webhook()).isEqualTo(webhook.id());
    }

    @Test
    public final void a_webhook_that_asks_for_nothing_is_remembered_too() {
        Webhook webhook = jobs.store().receive(download(now()), List.of());

        assertThat(jobs.store().webhook(webhook.id())).contains(webhook);
        assertThat(webhook.jobs()).isEmpty();
    }

    // cancel

    @Test
    public final void what_is_pending_is_cancelled_at_once_and_once() {
        String id = submitted(manual("a.mkv"));
        later(Duration.ofSeconds(1));

        Job cancelled = jobs.store().cancel(id, "by the API", now()).orElseThrow();
        later(Duration.ofSeconds(1));

        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.note()).isEqualTo("by the API");
        assertThat(cancelled.times().ended()).isEqualTo(NOON.plusSeconds(1));
        assertThat(jobs.store().cancel(id, "again", now())).contains(cancelled);
        assertThat(claim()).isEmpty();
        assertThat(submit(manual("a.mkv")).get(0).how()).isEqualTo(How.NEW);
    }

    @Test
    public final void a_worker_is_asked_to_stop_and_decides() {
        submit(manual("a.mkv"), manual("b.mkv"));
        Job first = claimed();
        Job second = claimed();

        Job asked = jobs.store().cancel(first.id(), "by the API", now()).orElseThrow();
        jobs.store().cancel(second.id(), "by the API", now());

        assertThat(asked.state()).isEqualTo(JobState.RUNNING);
        assertThat(asked.lease().cancelAsked()).isTrue();
        assertThat(settle(first, SampleJobs.done()).state()).isEqualTo(JobState.COMPLETED);
        assertThat(settle(second, new Settlement.TryAgain(now(), "busy")).state())
                .isEqualTo(JobState.CANCELLED);
    }

    @Test
    public final void what_is_pending_below_a_folder_that_is_gone_is_cancelled() {
        String first = submitted(manual("show/s1/a.mkv"));
        String second = submitted(manual("show/b.mkv").asDryRun());
        String other = submitted(manual("show-2/a.mkv"));
        submit(imported("show/c.mkv"));
        Job running = claimed();

        List<Job> ended = jobs.store().cancelBelow(SampleJobs.file("show").key(), "the series was deleted", now());

        assertThat(ended).extracting(Job::id).containsExactlyInAnyOrder(first, second);
        assertThat(ended).containsExactlyInAnyOrder(job(first), job(second));
        assertThat(state(other)).isEqualTo(JobState.QUEUED);
        assertThat(job(running.id())).isEqualTo(running);
        assertThat(jobs.store().cancelBelow(SampleJobs.file("show-2/a.mkv").key(), "gone", now()))
                .hasSize(1);
    }

    @Test
    public final void a_folder_with_many_pending_jobs_is_cancelled_as_a_whole() {
        submit(SampleJobs.manuals("show/", 1_200).toArray(JobRequest[]::new));

        List<Job> ended = jobs.store().cancelBelow(SampleJobs.file("show").key(), "the series was deleted", now());

        assertThat(ended).hasSize(1_200).allMatch(job -> job.state() == JobState.CANCELLED);
        assertThat(jobs.store().figures(now()).count(JobState.QUEUED)).isZero();
    }

    // move

    @Test
    public final void what_waits_for_a_file_moves_with_it_and_is_looked_at() {
        submit(imported("old.mkv"));
        Job waiting = waits(claimed(), WaitReason.SEEDING);

        List<Job> moved = jobs.store().move(waiting.file().key(), SampleJobs.file("new.mkv"), now());

        assertThat(moved).containsExactly(job(waiting.id()));
        assertThat(claimed().file()).isEqualTo(SampleJobs.file("new.mkv"));
        assertThat(submit(manual("old.mkv")).get(0).how()).isEqualTo(How.NEW);
        assertThat(jobs.store().move("/nowhere", SampleJobs.file("x.mkv"), now()))
                .isEmpty();
    }

    @Test
    public final void what_moves_to_a_file_of_which_a_job_is_pending_goes_on_in_that() {
        String from = submitted(imported("old.mkv"));
        String to = submitted(manual("new.mkv"));

        List<Job> moved = jobs.store().move(SampleJobs.file("old.mkv").key(), SampleJobs.file("new.mkv"), now());

        assertThat(moved).containsExactly(job(from));
        assertThat(state(from)).isEqualTo(JobState.CANCELLED);
        assertThat(job(from).note()).contains("job " + to);
        assertThat(job(to).request().priority()).isEqualTo(JobPriority.HIGH);
        expectOneOfEachFile();
    }

    // retry

    @Test
    public final void what_has_ended_is_done_once_more_by_a_new_job() {
        Webhook webhook = jobs.store().receive(download(now()), List.of(imported("a.mkv")));
        Job failed = settle(claimed(), SampleJobs.gaveUp());

        JobTicket again = jobs.store().retry(failed.id(), false, now()).orElseThrow();

        assertThat(again.how()).isEqualTo(How.NEW);
        assertThat(again.job()).isNotEqualTo(failed.id());
        assertThat(job(failed.id())).isEqualTo(failed);
        assertThat(job(again.job()).request()).isEqualTo(failed.request());
        assertThat(job(again.job()).tries().failed()).isZero();
        assertThat(jobs.store().webhook(webhook.id()).orElseThrow().jobs()).containsExactly(failed.id(), again.job());
        assertThat(jobs.store().retry(failed.id(), false, now())).contains(new JobTicket(again.job(), How.JOINED));
    }

    @Test
    public final void what_waits_or_will_be_tried_again_is_taken_up_at_once() {
        submit(manual("a.mkv"), manual("b.mkv"));
        Job waiting = waits(claimed(), WaitReason.SPACE);
        Job delayed = settle(claimed(), new Settlement.TryAgain(now().plusSeconds(60), "busy"));

        for (Job job : List.of(waiting, delayed)) {
            assertThat(jobs.store().retry(job.id(), false, now())).contains(new JobTicket(job.id(), How.JOINED));
        }

        assertThat(Stream.of(claimed(), claimed()).map(Job::id)).containsExactlyInAnyOrder(waiting.id(), delayed.id());
        assertThat(job(delayed.id()).request().priority()).isEqualTo(JobPriority.NORMAL);
        assertThat(job(delayed.id()).tries().failed()).isEqualTo(1);
    }

    @Test
    public final void what_was_taken_back_is_done_anyway_if_the_retry_says_so() {
        submit(manual("a.mkv"));
        Job ended = settle(claimed(), SampleJobs.gaveUp());

        String again = jobs.store().retry(ended.id(), true, now()).orElseThrow().job();

        assertThat(job(again).request()).isEqualTo(ended.request().forced());
        assertThat(job(ended.id()).request().force()).isFalse();
    }

    @Test
    public final void beside_a_running_job_the_retry_follows() {
        submit(manual("a.mkv"));
        Job running = claimed();

        assertThat(jobs.store().retry(running.id(), false, now()).orElseThrow().how())
                .isEqualTo(How.FOLLOW_UP);
    }

    // forget

    @Test
    public final void what_ended_long_ago_is_forgotten_in_steps_and_nothing_else() {
        jobs.store().receive(download(now()), manuals("old", 5));
        Stream.generate(this::claimed).limit(4).toList().forEach(job -> settle(job, SampleJobs.done()));
        settle(claimed(), SampleJobs.gaveUp());
        later(Duration.ofDays(40));
        Webhook young = jobs.store().receive(download(now()), List.of(manual("young.mkv")));
        settle(claimed(), SampleJobs.done());
        String pending = submitted(manual("pending.mkv"));

        assertThat(forget(3)).isEqualTo(3);
        assertThat(forget(3)).isEqualTo(1);
        assertThat(forget(3)).isZero();
        assertThat(everything()).hasSize(3).extracting(Job::state).contains(JobState.FAILED);
        assertThat(jobs.store().webhook(young.id())).contains(young);
        assertThat(state(pending)).isEqualTo(JobState.QUEUED);
    }

    @Test
    public final void a_webhook_goes_with_the_last_of_its_jobs() {
        Webhook webhook = jobs.store().receive(download(now()), manuals("old", 2));
        Webhook empty = jobs.store().receive(download(now()), List.of());
        settle(claimed(), SampleJobs.done());
        later(Duration.ofDays(40));

        forget(100);
        assertThat(jobs.store().webhook(webhook.id()).orElseThrow().jobs()).hasSize(1);
        assertThat(jobs.store().webhook(empty.id())).isEmpty();

        settle(claimed(), SampleJobs.done());
        later(Duration.ofDays(40));
        assertThat(forget(100)).isEqualTo(2);
        assertThat(jobs.store().webhook(webhook.id())).isEmpty();
    }

    private int forget(int atMost) {
        Instant month = now().minus(Duration.ofDays(30));
        return jobs.store().forget(new EndedBefore(month, now().minus(Duration.ofDays(90)), month), atMost);
    }

    @Test
    public final void only_jobs_that_ended_in_some_way_are_counted_and_forgotten() {
        submit(manual("done.mkv"));
        settle(claimed(), SampleJobs.done());
        submit(manual("failed.mkv"));
        settle(claimed(), SampleJobs.gaveUp());
        jobs.store().cancel(submitted(manual("cancelled.mkv")), "a test", now());
        submitted(manual("pending.mkv"));
        later(Duration.ofDays(1));
        EndedBefore all = new EndedBefore(now(), now(), now());

        assertThat(jobs.store().count(all)).isEqualTo(3);
        assertThat(jobs.store().count(all.only(Set.of(JobState.FAILED)))).isEqualTo(1);
        assertThat(jobs.store().forget(all.only(Set.of(JobState.FAILED)), 10)).isEqualTo(1);
        assertThat(jobs.store().forget(all.only(Set.of(JobState.CANCELLED)), 10))
                .isEqualTo(1);
        assertThat(everything()).extracting(Job::state).containsOnly(JobState.COMPLETED, JobState.QUEUED);
        assertThat(jobs.store().forget(all, 10)).isEqualTo(1);
        assertThat(jobs.store().count(all)).isZero();
    }

    @Test
    public final void an_interrupted_thread_can_do_everything_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            Webhook webhook = jobs.store().receive(download(now()), manuals("a", 2));
            settle(claimed(), SampleJobs.done());
            jobs.store().cancel(webhook.jobs().get(1), "me", now());
            assertThat(everything()).allMatch(job -> job.state().isEnd());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public final void work_that_nobody_can_do_is_misuse() {
        JobRequest owned = manual("a.mkv").ofWebhook("7");

        assertThatExceptionOfType(Throwable.class)
                .isThrownBy(() -> jobs.store().submit(List.of(owned), NO_LIMIT, now()))
                .matches(e -> e instanceof AssertionError || e instanceof IllegalArgumentException);
        assertThat(everything()).isEmpty();
    }
}
