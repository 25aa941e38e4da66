package io.arrtheaudio.adapter.jdbi;

import static io.arrtheaudio.kit.SampleJobs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.kit.BatchStoreContract;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.OwnerLocks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiBatchStoreTest extends BatchStoreContract {

    private static final int LARGE = BatchTable.CHUNK + 500;

    @TempDir
    private Path folder;

    private final OpenJobs open = new OpenJobs();

    @Override
    protected JobStores open(OwnerLocks locks) {
        return open.in(folder, locks);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_large_batch_is_cancelled_to_the_last_job() {
        JobStores jobs = open(new InMemoryOwnerLocks());
        String id = largeBatch(jobs);

        Batch cancelled = jobs.batches().cancel(id, "enough", NOON).orElseThrow();

        assertThat(cancelled.progress().outcomes()).isEqualTo(Map.of("cancelled", (long) LARGE));
        assertThat(jobs.store().figures(NOON).count(JobState.CANCELLED)).isEqualTo(LARGE);
    }

    /** The batch is cancelled already, and a power cut comes before its jobs are. */
    @Test
    void of_a_batch_that_was_cut_off_while_it_was_cancelled_nothing_is_handed_out() {
        JobStores jobs = open(new InMemoryOwnerLocks());
        String id = largeBatch(jobs);
        jobs.store().submit(List.of(SampleJobs.manual("mine.mkv")), Long.MAX_VALUE, NOON.plusSeconds(1));
        try (Database database = Database.open(DatabaseSettings.in(folder))) {
            database.write("cancel a batch and no job", handle -> {
                BatchTable.update(
                        handle, BatchTable.find(handle, id).orElseThrow().cancelled("enough", NOON));
                return id;
            });
        }

        Optional<Job> claimed = jobs.queue().claim(ClaimRule.anything(NOON.plusSeconds(60)), NOON.plusSeconds(2));

        assertThat(claimed)
                .map(job -> job.file().key())
                .contains(SampleJobs.file("mine.mkv").key());
        Batch batch = jobs.batches().find(id).orElseThrow();
        assertThat(batch.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(batch.progress().outcomes()).isEqualTo(Map.of("cancelled", (long) LARGE));
        assertThat(jobs.store().figures(NOON).count(JobState.QUEUED)).isZero();
    }

    private static String largeBatch(JobStores jobs) {
        String id = jobs.batches()
                .start(BatchRequest.of(Path.of("/library").toAbsolutePath()), NOON)
                .fold(started -> started.batch().id(), running -> "");
        jobs.batches().append(id, SampleJobs.manuals("a", LARGE), Long.MAX_VALUE, NOON);
        return id;
    }
}
