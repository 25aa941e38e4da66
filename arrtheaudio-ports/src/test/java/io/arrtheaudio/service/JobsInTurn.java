package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Jobs that are done one after the other by the thread of the test. */
abstract class JobsInTurn {

    final Jobs jobs = new Jobs();
    final Library library = jobs.library;
    private int batches;

    FixOptions asked() {
        FixOptions[] asked = new FixOptions[1];
        jobs.step(jobs.runner(Jobs.fixing((file, options) -> {
            asked[0] = options;
            return new Outcome.NoMatch(file, Explanation.NONE);
        })));
        return asked[0];
    }

    Settlement.WaitFor waits(JobRunner runner) {
        return jobs.step(runner) instanceof Settlement.WaitFor waits ? waits : fail("it does not wait");
    }

    /** Looks at the job whenever it is due, until it has ended. */
    void waitOut(JobRunner runner, String id) {
        int looks = 0;
        while (!jobs.state(id).isEnd()) {
            library.clock.set(jobs.job(id).times().due());
            jobs.step(runner);
            assertThat(++looks).isLessThan(100);
        }
        assertThat(library.clock.instant()).isEqualTo(Library.NOW.plus(Jobs.WAIT));
    }

    WorkInHand inHand(JobRequest request) {
        jobs.submit(request);
        return new WorkInHand(jobs.claimed(), library.clock);
    }

    static JobRequest found(Path file, JobSource source) {
        return JobRequest.of(JobFile.at(file), source, JobPriority.NORMAL);
    }

    /** The id of a new batch with these files. */
    String append(JobRequest... found) {
        Instant now = library.clock.instant();
        BatchRequest request = BatchRequest.of(library.disk.root().resolve(String.valueOf(++batches)));
        String id = jobs.stores
                .batches()
                .start(request, now)
                .fold(started -> started.batch().id(), running -> fail("it runs"));
        jobs.stores.batches().append(id, List.of(found), Long.MAX_VALUE, now);
        return id;
    }

    static Outcome failed(Path file, Remedy remedy, String problem) {
        return new Outcome.Failed(file, remedy, problem, Explanation.NONE);
    }

    static FixDefaultAudio answering(Outcome outcome) {
        return Jobs.fixing((file, options) -> outcome);
    }

    static FixDefaultAudio noFix() {
        return Jobs.fixing((file, options) -> fail(file + " is to be fixed"));
    }

    static Outcome sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
