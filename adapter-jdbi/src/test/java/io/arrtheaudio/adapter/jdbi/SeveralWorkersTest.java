package io.arrtheaudio.adapter.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.InMemoryTempDir;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.out.ClaimRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that share jobs, some of which are killed. */
class SeveralWorkersTest {

    private static final boolean IS_LONG = Boolean.getBoolean("long");
    private static final int KILLS = IS_LONG ? 50 : 5;

    /** So many jobs fill such a heap, in MiB, more than once. */
    private static final int MANY = IS_LONG ? 100_000 : 30_000;

    private static final int HEAP = IS_LONG ? 64 : 20;

    @TempDir(factory = InMemoryTempDir.class)
    private Path folder;

    @TempDir
    private Path temp;

    private final InMemoryOwnerLocks me = new InMemoryOwnerLocks();

    @Test
    void programs_that_work_at_once_do_each_job_once() throws Exception {
        try (OpenJobs open = new OpenJobs()) {
            JobStores jobs = open.in(folder, me);
            jobs.store().submit(SampleJobs.manuals("a", 600), Long.MAX_VALUE, SampleJobs.NOON);
            List<Process> programs = new ArrayList<>();
            for (int run = 2; run <= 4; run++) {
                programs.add(OtherWorker.start(temp, folder, run, "work"));
            }

            List<String> done = new ArrayList<>();
            for (Process program : programs) {
                done.addAll(linesOf(program));
                assertThat(ended(program)).isZero();
            }

            assertThat(done).hasSize(600).doesNotHaveDuplicates();
            assertThat(jobs.store().figures(Instant.now()).count(JobState.COMPLETED))
                    .isEqualTo(600);
        }
    }

    @Test
    void what_a_killed_program_was_told_is_kept_and_nothing_hangs() throws Exception {
        Random chance = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            Process program = OtherWorker.start(temp, folder, 2, "accept", "100000");
            BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
            List<String> accepted = readLines(output, 1 + chance.nextInt(60));
            program.toHandle().destroyForcibly(); // which leaves its output open
            accepted.addAll(restOf(output));
            assertThat(ended(program)).isNotZero();

            expectAllToEnd(accepted);
        }
        assertThat(temp).isEmptyDirectory();
    }

    /** The operating system gives up the lock of the run that was killed in real life, and the test does so here. */
    private void expectAllToEnd(List<String> accepted) {
        InMemoryOwnerLocks survivor = new InMemoryOwnerLocks();
        survivor.anotherRun().kill(); // the second run, as the program was
        try (OpenJobs open = new OpenJobs()) {
            JobStores jobs = open.in(folder, survivor);
            expectAllKept(jobs, accepted);
            int before = everything(jobs).size();
            jobs.queue().takeBack(3, Instant.now());
            for (Optional<Job> next = claim(jobs); next.isPresent(); next = claim(jobs)) {
                jobs.queue().settle(next.get(), SampleJobs.done(), Instant.now());
            }

            assertThat(everything(jobs))
                    .hasSize(before)
                    .hasSizeGreaterThanOrEqualTo(3 * accepted.size())
                    .allMatch(job -> job.state() == JobState.COMPLETED);
            assertThat(jobs.store().figures(Instant.now()).count(JobState.COMPLETED))
                    .isEqualTo(before);
        }
    }

    private static void expectAllKept(JobStores jobs, List<String> accepted) {
        for (String line : accepted) {
            Optional<Webhook> webhook = jobs.store().webhook(line.replace("accepted ", ""));
            assertThat(webhook).as(line).isPresent();
            assertThat(webhook.get().jobs()).hasSize(3);
        }
    }

    private static Optional<Job> claim(JobStores jobs) {
        Instant now = Instant.now();
        return jobs.queue().claim(ClaimRule.anything(now.plusSeconds(60)), now);
    }

    @Test
    void eight_workers_do_ten_thousand_jobs_once_each() {
        try (OpenJobs open = new OpenJobs()) {
            JobStores jobs = open.in(folder, me);
            for (int i = 0; i < 10; i++) {
                jobs.store().submit(SampleJobs.manuals(i + "-", 1000), Long.MAX_VALUE, SampleJobs.NOON);
            }

            List<List<String>> done = AtOnce.call(8, i -> work(jobs));

            assertThat(done.stream().flatMap(List::stream))
                    .hasSize(10_000)
                    .doesNotHaveDuplicates()
                    .containsAll(everything(jobs).stream().map(Job::id).toList());
            assertThat(jobs.store().figures(Instant.now()).count(JobState.COMPLETED))
                    .isEqualTo(10_000);
        }
    }

    private static List<String> work(JobStores jobs) {
        List<String> done = new ArrayList<>();
        for (Optional<Job> next = claim(jobs); next.isPresent(); next = claim(jobs)) {
            assertThat(jobs.queue().settle(next.get(), SampleJobs.done(), Instant.now()))
                    .isPresent();
            done.add(next.get().id());
        }
        return done;
    }

    @Test
    void jobs_by_the_thousand_are_not_in_memory() throws Exception {
        Process program = OtherWorker.startWith(HEAP, temp, folder, 1, "fill", "" + MANY);

        assertThat(linesOf(program)).containsExactly("seen " + MANY + ", 2000 done, 1 needle");
        assertThat(ended(program)).isZero();
    }

    private static List<Job> everything(JobStores jobs) {
        List<Job> all = new ArrayList<>();
        JobQuery query = JobQuery.NEWEST.atMost(JobQuery.LARGEST_PAGE);
        JobPage page = jobs.store().list(query);
        while (!page.next().isEmpty()) {
            all.addAll(page.jobs());
            page = jobs.store().list(query.before(page.next()));
        }
        all.addAll(page.jobs());
        return all;
    }

    private static List<String> readLines(BufferedReader output, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = output.readLine();
            assertThat(line).as("line " + i).isNotNull();
            lines.add(line);
        }
        return lines;
    }

    /** What it had said before it was killed; the last line counts only if it is whole. */
    private static List<String> restOf(BufferedReader output) throws IOException {
        StringWriter rest = new StringWriter();
        output.transferTo(rest);
        String whole = rest.toString();
        return whole.substring(0, whole.lastIndexOf('\n') + 1).lines().toList();
    }

    private static List<String> linesOf(Process program) throws IOException {
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            return output.lines().toList();
        }
    }

    private static int ended(Process program) throws InterruptedException {
        boolean ended = program.waitFor(2, TimeUnit.MINUTES);
        program.destroyForcibly();
        assertThat(ended).as("ended within two minutes").isTrue();
        return program.exitValue();
    }
}
