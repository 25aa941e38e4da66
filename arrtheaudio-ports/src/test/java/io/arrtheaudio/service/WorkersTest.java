package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.JobWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest extends WorkersAtWork {

    // who does what

    @Test
    void eight_workers_do_ten_thousand_jobs_and_each_once() {
        submit(SampleJobs.manuals("a", 10_000));
        Set<Path> done = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(10_000);
        rules = rules.withWorkers(8);

        Workers workers = start((file, options) -> {
            assertThat(done.add(file)).isTrue();
            all.countDown();
            return noMatch(file);
        });
        Waiting.until(all);
        workers.close();

        assertThat(figure(JobState.COMPLETED)).isEqualTo(10_000);
        assertThat(done).hasSize(10_000);
    }

    @Test
    void one_worker_does_the_most_urgent_first_and_of_these_the_oldest() {
        List<JobRequest> requests = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            requests.add(SampleJobs.manual(i + ".mkv").withPriority(JobPriority.values()[i % 3]));
        }
        requests.forEach(request -> submit(List.of(request)));
        Queue<Path> order = new ConcurrentLinkedQueue<>();

        doAll((file, options) -> {
            order.add(file);
            return noMatch(file);
        });

        List<Path> expected = new ArrayList<>();
        for (int priority = 0; priority < 3; priority++) {
            for (int i = priority; i < 30; i += 3) {
                expected.add(SampleJobs.file(i + ".mkv").path());
            }
        }
        assertThat(order).containsExactlyElementsOf(expected);
    }

    @Test
    void a_short_job_costs_a_claim_and_a_settlement_and_nothing_else() {
        submit(SampleJobs.manuals("a", 100));

        doAll((file, options) -> noMatch(file));

        assertThat(queue.claims).hasValue(101);
        assertThat(queue.settlements).hasValue(100);
        assertThat(queue.looksAhead).hasValue(1);
        assertThat(queue.renewals).hasValue(0);
    }

    @Test
    void one_file_that_a_tool_writes_anew_leaves_the_others_their_turn() {
        submit(List.of(SampleJobs.manual("1.mp4"), SampleJobs.manual("2.mp4"), SampleJobs.manual("3.mkv")));
        rules = new WorkerRules(
                2, Map.of(Container.MP4, 1), 3, Jobs.LEASE, Jobs.FIRST_LOOK, AT_ONCE, Duration.ofSeconds(30), AT_ONCE);
        AtomicInteger atOnce = new AtomicInteger();
        CountDownLatch mkv = new CountDownLatch(1);

        Workers workers = start((file, options) -> {
            if (file.toString().endsWith(".mkv")) {
                mkv.countDown();
                return noMatch(file);
            }
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            Waiting.until(mkv);
            atOnce.decrementAndGet();
            return noMatch(file);
        });
        Waiting.until(() -> figure(JobState.COMPLETED) == 3);
        workers.close();

        assertThat(jobs.stores.store().list(JobQuery.NEWEST).jobs())
                .allMatch(job -> job.result().kind() == ResultKind.NO_MATCH);
    }

    @Test
    void who_watches_is_told() {
        CountDownLatch told = new CountDownLatch(1);
        JobWatch watch = jobs.bulletin.watch(event -> {
            if (event instanceof JobEvent.JobChanged changed && changed.job().state() == JobState.COMPLETED) {
                told.countDown();
            }
        });

        submit(SampleJobs.manuals("a", 1));
        doAll((file, options) -> noMatch(file));

        Waiting.until(told);
        watch.close();
    }

    // when

    @Test
    void a_worker_that_has_nothing_to_do_is_woken_by_work() {
        start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);

        submit(SampleJobs.manuals("a", 1));
        jobs.signal.wake();

        Waiting.until(() -> figure(JobState.COMPLETED) == 1);
    }

    @Test
    void what_another_program_hands_in_is_found_after_a_nap() {
        rules = napping(AT_ONCE);
        start((file, options) -> noMatch(file));
        Waiting.until(() -> queue.looksAhead.get() > 0);

        submit(SampleJobs.manuals("a", 1));

        Waiting.until(() -> figure(JobState.COMPLETED) == 1);
    }

    @Test
    void nobody_sleeps_longer_than_until_the_next_job_is_due() {
        Workbench bench = new Workbench(queue, WorkerRules.DEFAULT, jobs.bulletin, library.clock);
        assertThat(bench.pause())
                .isBetween(WorkerRules.DEFAULT.nap(), WorkerRules.DEFAULT.nap().plusMillis(1));

        Path file = library.wrong();
        jobs.submit(Jobs.manual(file));
        jobs.step(jobs.runner(Jobs.fixing((any, options) -> busy(file))));
        library.clock.advance(Jobs.RETRY.minusMillis(200));

        assertThat(bench.pause()).isBetween(Duration.ofMillis(200), Duration.ofMillis(201));
    }

    @Test
    void what_no_worker_could_live_by_is_no_rule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerRules.DEFAULT.withWorkers(0))
                .withMessageContaining("0 workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> napping(Duration.ZERO))
                .withMessageContaining("nap");
    }
}
