package io.arrtheaudio.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.domain.job.WaitReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WatchedTest {

    private static final QueueFigures FIGURES = new QueueFigures(
            Map.of(JobState.QUEUED, 5L, JobState.RUNNING, 2L, JobState.FAILED, 9L),
            Map.of(WaitReason.SEEDING, 3L),
            Duration.ofMillis(90_500));

    @TempDir
    private Path data;

    private final Metrics metrics = Metrics.open("1.2.3");
    private final CountDownLatch end = new CountDownLatch(1);
    private List<Path> libraries = List.of(Path.of("/tv"), Path.of("/movies"));

    @AfterEach
    void end() {
        end.countDown();
        metrics.close();
    }

    private void watch(Supplier<QueueFigures> figures, ToLongFunction<Path> free) {
        metrics.watch(new Watched(figures, () -> 4096, data, () -> libraries, free));
    }

    private Figures figures() {
        return Figures.of(metrics.page("").text());
    }

    private long hang() {
        try {
            end.await();
            return 0;
        } catch (InterruptedException e) {
            return -1;
        }
    }

    @Test
    void the_queue_is_told() {
        watch(() -> FIGURES, path -> 1);

        assertThat(figures().series())
                .containsEntry("arrtheaudio_jobs_active", 2.0)
                .containsEntry("arrtheaudio_queue_size", 5.0)
                .containsEntry("arrtheaudio_queue_oldest_age_seconds", 90.5)
                .containsEntry("arrtheaudio_jobs_waiting{reason=\"seeding\"}", 3.0)
                .containsEntry("arrtheaudio_jobs_waiting{reason=\"space\"}", 0.0)
                .containsEntry("arrtheaudio_jobs_waiting{reason=\"missing_file\"}", 0.0)
                .containsEntry("arrtheaudio_jobs_waiting{reason=\"unmapped\"}", 0.0)
                .doesNotContainKey("arrtheaudio_jobs_waiting{reason=\"none\"}");
    }

    @Test
    void the_disks_are_told_and_libraries_come_and_go() {
        watch(() -> FIGURES, path -> path.equals(Path.of("/tv")) ? 1000 : 2000);

        assertThat(figures().series())
                .containsEntry("arrtheaudio_library_free_bytes{library=\"/tv\"}", 1000.0)
                .containsEntry("arrtheaudio_library_free_bytes{library=\"/movies\"}", 2000.0)
                .containsEntry("arrtheaudio_database_size_bytes", 4096.0)
                .containsKey("disk_free_bytes{path=\"" + data + "\"}");

        libraries = List.of(Path.of("/movies"), Path.of("/anime"));

        assertThat(figures().series())
                .doesNotContainKey("arrtheaudio_library_free_bytes{library=\"/tv\"}")
                .containsKeys(
                        "arrtheaudio_library_free_bytes{library=\"/movies\"}",
                        "arrtheaudio_library_free_bytes{library=\"/anime\"}");
    }

    @Test
    void what_cannot_be_looked_up_is_no_number_and_harms_nothing_else() {
        watch(
                () -> {
                    throw new IllegalStateException("the database is locked");
                },
                path -> 7);

        assertThat(figures().get("arrtheaudio_queue_size")).isNaN();
        assertThat(figures().get("arrtheaudio_library_free_bytes{library=\"/tv\"}"))
                .isEqualTo(7);
    }

    @Test
    void a_disk_that_hangs_holds_up_no_page_and_no_other_disk_and_is_asked_once() {
        AtomicInteger asked = new AtomicInteger();
        watch(() -> FIGURES, path -> {
            if (path.equals(Path.of("/tv"))) {
                asked.incrementAndGet();
                return hang();
            }
            return 2000;
        });
        metrics.page("");
        metrics.page("");

        Figures figures = figures();

        assertThat(figures.get("arrtheaudio_library_free_bytes{library=\"/tv\"}"))
                .isNaN();
        assertThat(figures.get("arrtheaudio_library_free_bytes{library=\"/movies\"}"))
                .isEqualTo(2000);
        assertThat(figures.get("arrtheaudio_queue_size")).isEqualTo(5);
        assertThat(asked).hasValue(1);
    }

    @Test
    void groups_of_threads_are_told() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            CountDownLatch begun = new CountDownLatch(1);
            pool.execute(() -> {
                begun.countDown();
                hang();
            });
            begun.await();
            metrics.watch("workers", pool);

            assertThat(figures().series())
                    .containsEntry("executor_active_threads{name=\"workers\"}", 1.0)
                    .containsEntry("executor_pool_max_threads{name=\"workers\"}", 3.0);
        } finally {
            end.countDown();
            pool.shutdown();
        }
    }

    @Test
    void no_thread_is_left_when_it_ends() throws InterruptedException {
        watch(() -> FIGURES, path -> hang());
        metrics.page("");
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("metrics-"))
                .toList();
        assertThat(threads).isNotEmpty();

        metrics.close();

        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(thread.isAlive()).isFalse();
        }
        metrics.page("");
    }
}
