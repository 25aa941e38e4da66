package io.arrtheaudio.adapter.jdbi;

import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobPage;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.out.ClaimRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of its own that shares jobs with the test, and prints what it was told is kept. */
final class OtherWorker {

    private OtherWorker() {}

    /**
     * Data folder, the number of its run, then {@code accept} with how many webhooks, {@code work}, or {@code fill} with how
     * many jobs.
     */
    public static void main(String[] arguments) throws IOException {
        InMemoryOwnerLocks me = Stream.iterate(new InMemoryOwnerLocks(), InMemoryOwnerLocks::anotherRun)
                .skip(Integer.parseInt(arguments[1]) - 1L)
                .findFirst()
                .orElseThrow();
        try (OpenJobs open = new OpenJobs()) {
            JobStores jobs = open.in(Path.of(arguments[0]), me);
            switch (arguments[2]) {
                case "accept" -> accept(jobs, Integer.parseInt(arguments[3]));
                case "fill" -> fill(jobs, Integer.parseInt(arguments[3]));
                default -> work(jobs);
            }
        }
    }

    private static void accept(JobStores jobs, int webhooks) {
        for (int i = 0; i < webhooks; i++) {
            String id = jobs.store()
                    .receive(SampleJobs.download(Instant.now()), SampleJobs.manuals("s" + i + "e", 3))
                    .id();
            System.out.println("accepted " + id);
            claimed(jobs).ifPresent(job -> jobs.queue().settle(job, SampleJobs.done(), Instant.now()));
            claimed(jobs); // and never let go
        }
    }

    private static void work(JobStores jobs) {
        for (Optional<Job> next = claimed(jobs); next.isPresent(); next = claimed(jobs)) {
            jobs.queue().settle(next.get(), SampleJobs.done(), Instant.now());
            System.out.println("did " + next.get().id());
        }
    }

    private static Optional<Job> claimed(JobStores jobs) {
        Instant now = Instant.now();
        return jobs.queue().claim(ClaimRule.anything(now.plusSeconds(3600)), now);
    }

    /** Stores many jobs, ends half of them, and looks at all of them. */
    private static void fill(JobStores jobs, int count) {
        int chunk = 1000;
        for (int i = 0; i < count / chunk; i++) {
            jobs.store().submit(SampleJobs.manuals("folder " + i + "/s1e", chunk), Long.MAX_VALUE, Instant.now());
        }
        for (int i = 0; i < 2 * chunk; i++) {
            claimed(jobs).ifPresent(job -> jobs.queue().settle(job, SampleJobs.done(), Instant.now()));
        }
        List<Integer> sizes = new ArrayList<>();
        JobQuery query = JobQuery.NEWEST.atMost(chunk);
        JobPage page = jobs.store().list(query);
        for (; !page.next().isEmpty(); page = jobs.store().list(query.before(page.next()))) {
            sizes.add(page.jobs().size());
        }
        sizes.add(page.jobs().size());
        long seen = sizes.stream().mapToLong(Integer::longValue).sum();
        long needles = jobs.store()
                .list(JobQuery.NEWEST.withPath("folder 0/s1e77."))
                .jobs()
                .size();
        long done = jobs.store().figures(Instant.now()).count(JobState.COMPLETED);
        System.out.println("seen " + seen + ", " + done + " done, " + needles + " needle");
    }

    static Process start(Path tempFolder, Path dataFolder, int run, String... arguments) throws IOException {
        return startWith(64, tempFolder, dataFolder, run, arguments);
    }

    /** Starts it with so much heap, in MiB. */
    static Process startWith(int heap, Path tempFolder, Path dataFolder, int run, String... arguments)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(dataFolder.toString(), "" + run));
        all.addAll(List.of(arguments));
        return OtherProgram.start(OtherWorker.class, heap, tempFolder, all);
    }
}
