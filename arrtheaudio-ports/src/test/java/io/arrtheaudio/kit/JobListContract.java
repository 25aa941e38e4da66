package io.arrtheaudio.kit;

import static io.arrtheaudio.kit.SampleJobs.download;
import static io.arrtheaudio.kit.SampleJobs.imported;
import static io.arrtheaudio.kit.SampleJobs.manual;
import static io.arrtheaudio.kit.SampleJobs.manuals;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.job.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link io.arrtheaudio.port.out.JobView} tells. */
public abstract class JobListContract extends JobStoresContract {

    @Test
    public final void the_newest_come_first_page_by_page() {
        submit(manuals("a", 25).toArray(JobRequest[]::new));

        List<String> seen = new ArrayList<>();
        JobQuery query = JobQuery.NEWEST.atMost(10);
        JobPage page = jobs.store().list(query);
        while (!page.next().isEmpty()) {
            page.jobs().forEach(job -> seen.add(job.file().local()));
            submit(manual("later" + seen.size() + ".mkv")); // moves no page
            page = jobs.store().list(query.before(page.next()));
        }
        page.jobs().forEach(job -> seen.add(job.file().local()));

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.iterate(24, i -> i - 1)
                        .limit(25)
                        .mapToObj(i -> SampleJobs.file("a" + i + ".mkv").local())
                        .toList());
    }

    @Test
    public final void a_page_that_holds_all_has_no_next() {
        submit(manual("a.mkv"), manual("b.mkv"));

        assertThat(jobs.store().list(JobQuery.NEWEST.atMost(2)).next()).isEmpty();
        assertThat(jobs.store().list(JobQuery.NEWEST.atMost(1)).next()).isNotEmpty();
        assertThat(jobs.store().list(JobQuery.NEWEST.before("no id"))).isEqualTo(new JobPage(List.of(), ""));
    }

    @Test
    public final void every_part_of_a_question_counts() {
        Webhook webhook = jobs.store().receive(download(now()), List.of(imported("Show/S1 100%_.mkv")));
        String other = submitted(manual("show/s2.mkv"));
        String joined = submitted(manual("film.mkv"));
        Webhook second = jobs.store().receive(download(now()), List.of(imported("film.mkv")));
        String mine = webhook.jobs().get(0);
        claimed();

        assertThat(ids(JobQuery.NEWEST.in(JobState.RUNNING))).containsExactly(mine);
        assertThat(ids(JobQuery.NEWEST.in(JobState.RUNNING, JobState.QUEUED))).containsExactly(joined, other, mine);
        assertThat(ids(JobQuery.NEWEST.from(JobSource.SONARR))).containsExactly(mine);
        assertThat(ids(JobQuery.NEWEST.from(JobSource.RADARR, JobSource.MANUAL)))
                .containsExactly(joined, other);
        assertThat(ids(JobQuery.NEWEST.ofWebhook(webhook.id()))).containsExactly(mine);
        assertThat(ids(JobQuery.NEWEST.ofWebhook(second.id()))).containsExactly(joined);
        assertThat(ids(JobQuery.NEWEST.withPath("SHOW/S"))).containsExactly(other, mine);
        assertThat(ids(JobQuery.NEWEST.withPath("0%_"))).containsExactly(mine);
        assertThat(ids(JobQuery.NEWEST.withPath("' OR 1=1 --"))).isEmpty();
        assertThat(ids(JobQuery.NEWEST.withPath("show").in(JobState.QUEUED))).containsExactly(other);
        assertThat(ids(JobQuery.NEWEST.ofWebhook(second.id()).in(JobState.RUNNING)))
                .isEmpty();
        assertThat(ids(JobQuery.NEWEST.ofWebhook(second.id()).ofBatch("1"))).isEmpty();
    }

    @Test
    public final void a_job_that_hides_among_many_others_is_found() {
        String first = submitted(imported("needle.mkv"));
        jobs.store().cancel(first, "me", now());
        for (int i = 0; i < 6; i++) {
            jobs.store().submit(manuals(i + "-", 500), NO_LIMIT, now());
        }

        assertThat(ids(JobQuery.NEWEST.withPath("needle"))).containsExactly(first);
        assertThat(ids(JobQuery.NEWEST.from(JobSource.SONARR))).containsExactly(first);
        assertThat(ids(JobQuery.NEWEST.in(JobState.CANCELLED, JobState.FAILED))).containsExactly(first);
        assertThat(jobs.store().list(JobQuery.NEWEST.withPath("5-49").atMost(3)).jobs())
                .hasSize(3);
    }

    @Test
    public final void a_result_survives_with_its_explanation() {
        submit(manual("a.mkv"), manual("b.mkv"));
        Job done = settle(claimed(), SampleJobs.done());
        Job failed = settle(claimed(), SampleJobs.gaveUp());

        assertThat(done.result()).isEqualTo(SampleJobs.changed());
        assertThat(job(done.id())).isEqualTo(done);
        assertThat(job(failed.id())).isEqualTo(failed);
        assertThat(everything()).containsExactly(failed, done);
    }

    @Test
    public final void figures_tell_how_many_and_how_old() {
        assertThat(jobs.store().figures(now())).isEqualTo(new QueueFigures(Map.of(), Map.of(), Duration.ZERO));
        submit(manuals("a", 6).toArray(JobRequest[]::new));
        later(Duration.ofSeconds(5));
        submit(manual("young.mkv"));
        waits(claimed(), WaitReason.SEEDING);
        waits(claimed(), WaitReason.SPACE);
        settle(claimed(), SampleJobs.gaveUp());
        claimed();
        later(Duration.ofSeconds(5));

        assertThat(jobs.store().figures(now()))
                .isEqualTo(new QueueFigures(
                        Map.of(
                                JobState.QUEUED, 3L,
                                JobState.WAITING, 2L,
                                JobState.FAILED, 1L,
                                JobState.RUNNING, 1L),
                        Map.of(WaitReason.SEEDING, 1L, WaitReason.SPACE, 1L),
                        Duration.ofSeconds(10)));
    }

    @Test
    public final void figures_agree_with_the_jobs_whatever_happens_to_them() {
        Random chance = new Random(5);
        for (int i = 0; i < 300; i++) {
            later(Duration.ofSeconds(chance.nextInt(40)));
            anything(chance);
            expectOneOfEachFile();
        }

        QueueFigures figures = jobs.store().figures(now());
        for (JobState state : JobState.values()) {
            assertThat(everything()).filteredOn(job -> job.state() == state).hasSize((int) figures.count(state));
        }
        assertThat(figures.waiting().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(figures.count(JobState.WAITING));
    }

    private void anything(Random chance) {
        String name = chance.nextInt(6) + ".mkv";
        switch (chance.nextInt(8)) {
            case 0, 1 ->
                submit(chance.nextBoolean() ? imported(name) : manual(name).asDryRun());
            case 2 -> jobs.store().move(SampleJobs.file(name).key(), SampleJobs.file("0.mkv"), now());
            case 3 -> jobs.store().retry(String.valueOf(chance.nextInt(30)), false, now());
            case 4 -> jobs.store().cancel(String.valueOf(chance.nextInt(30)), "chance", now());
            case 5 -> jobs.queue().takeBack(2, now());
            default -> claim().ifPresent(job -> jobs.queue().settle(job, settlement(chance), now()));
        }
    }

    private Settlement settlement(Random chance) {
        return switch (chance.nextInt(5)) {
            case 0 -> SampleJobs.done();
            case 1 -> new Settlement.TryAgain(now().plusSeconds(30), "chance");
            case 2 -> new Settlement.WaitFor(WaitReason.SPACE, now().plusSeconds(30), "chance");
            case 3 -> new Settlement.Relocate(SampleJobs.file(chance.nextInt(6) + ".mkv"));
            default -> SampleJobs.gaveUp();
        };
    }

    private List<String> ids(JobQuery query) {
        return jobs.store().list(query).jobs().stream().map(Job::id).toList();
    }
}
