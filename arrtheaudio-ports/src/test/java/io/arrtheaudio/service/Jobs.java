package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.RetryRule;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitRule;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.kit.InMemoryJobStore;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.out.ClaimRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** Jobs in memory about the files of a library, and the rules by which a test lets them be done. */
final class Jobs {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final Duration RETRY = Duration.ofSeconds(60);
    static final Duration FIRST_LOOK = Duration.ofMinutes(5);
    static final Duration WAIT = Duration.ofDays(14);

    final Library library = new Library();
    final InMemoryOwnerLocks me = new InMemoryOwnerLocks();
    final JobStores stores = InMemoryJobStore.openNew(me);
    final JobBulletin bulletin = new JobBulletin(stores.store(), stores.batches(), library.telemetry, library.clock);
    final WorkSignal signal = new WorkSignal();
    List<Path> roots = List.of(library.disk.root());
    PathMappings mappings = new PathMappings(List.of(new PathMapping("/tv", library.disk.root())));

    JobRules rules() {
        return new JobRules(
                roots,
                mappings,
                new RetryRule(2, RETRY, Duration.ofHours(1)),
                new WaitRule(FIRST_LOOK, Duration.ofHours(6), WAIT),
                Library.minute());
    }

    /** Does jobs by this service; chance never adds anything. */
    JobRunner runner(FixDefaultAudio fix) {
        RandomGenerator never = () -> 0;
        return new JobRunner(fix, library.disk, this::rules, library.clock, never, library.telemetry);
    }

    /** What Sonarr says about a file that it knows by this path. */
    JobRequest imported(String remote) {
        return JobRequest.of(JobFile.of(mappings.map(remote)), JobSource.SONARR, JobPriority.HIGH);
    }

    /** What a person asks for. */
    static JobRequest manual(Path file) {
        return JobRequest.of(JobFile.at(file), JobSource.MANUAL, JobPriority.NORMAL);
    }

    /** The id of the job that is made of it. */
    String submit(JobRequest request) {
        return stores.store()
                .submit(List.of(request), Long.MAX_VALUE, library.clock.instant())
                .fold(accepted -> accepted.tickets().get(0).job(), full -> {
                    throw new AssertionError(full);
                });
    }

    /** The id of the job that is made of it, as of a call of Sonarr. */
    String receive(JobRequest request) {
        return stores.store()
                .receive(SampleJobs.download(library.clock.instant()), List.of(request))
                .jobs()
                .get(0);
    }

    /** The jobs as another run of the program sees them. */
    JobStores asSeenBy(InMemoryOwnerLocks run) {
        return ((InMemoryJobStore) stores.store()).sharedWith(run);
    }

    Job job(String id) {
        return stores.store().find(id).orElseThrow();
    }

    JobState state(String id) {
        return job(id).state();
    }

    Job claimed() {
        ClaimRule rule = ClaimRule.anything(library.clock.instant().plus(LEASE));
        return stores.queue().claim(rule, library.clock.instant()).orElseThrow();
    }

    /** Hands out the next job, lets it be done and settles it. */
    Settlement step(JobRunner runner) {
        Job job = claimed();
        Settlement settlement = runner.run(new WorkInHand(job, library.clock));
        assertThat(stores.queue().settle(job, settlement, library.clock.instant()))
                .isPresent();
        return settlement;
    }

    /** A service that does just that. */
    static FixDefaultAudio fixing(BiFunction<Path, FixOptions, Outcome> fix) {
        return new FixDefaultAudio() {
            @Override
            public Inspection inspect(Path file, FixOptions options) {
                return fail("nobody inspects");
            }

            @Override
            public Outcome fix(Path file, FixOptions options) {
                return fix.apply(file, options);
            }
        };
    }
}
