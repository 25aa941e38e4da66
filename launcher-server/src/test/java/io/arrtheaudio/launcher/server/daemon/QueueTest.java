package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.jobOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.JdbiJobQueue;
import io.arrtheaudio.adapter.jdbi.JdbiJobStore;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.launcher.server.engines.TwoTracks;
import io.arrtheaudio.port.out.ClaimRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The queue of a real daemon: slow films in front, runs that were killed, and more work than there is room for. */
@EnabledOnOs(OS.LINUX)
class QueueTest {

    @TempDir
    private Path folder;

    @Test
    void two_slow_mp4_hold_up_no_mkv() throws IOException {
        HeldTool ffmpeg = HeldTool.of("ffmpeg", folder);
        try (RunningDaemon daemon = RunningDaemon.in(folder, "engine: tools", ffmpeg.setting())) {
            realFilms(daemon, "film.mkv", "a.mp4", "b.mp4");
            List<RunningDaemon.Answer> slow =
                    List.of(daemon.imported("/movies", "a.mp4"), daemon.imported("/movies", "b.mp4"));
            ffmpeg.awaitBegun();
            assertThat(daemon.endedOf(daemon.imported("/movies", "film.mkv").is(202)))
                    .extracting(RunningDaemon::result)
                    .containsExactly("changed");
            assertThat(daemon.count("running")).isEqualTo(1);
            assertThat(daemon.count("queued")).isEqualTo(1);
            ffmpeg.letGo();
            assertThat(slow)
                    .allSatisfy(answer -> assertThat(daemon.endedOf(answer.is(202)))
                            .extracting(RunningDaemon::result)
                            .containsExactly("changed"));
        }
    }

    /** Films that tools can write anew: one of them for each name. */
    private void realFilms(RunningDaemon daemon, String... names) throws IOException {
        TwoTracks made = new TwoTracks(Files.createDirectories(folder.resolve("raw")));
        Path movies = daemon.library().resolve("movies");
        for (String name : names) {
            Path film = made.copy(name.endsWith(".mkv") ? "film.mkv" : "film.mp4", folder);
            Files.move(film, movies.resolve(name));
        }
    }

    /** What SIGKILL leaves: rows that say RUNNING, of a run whose lock is free. */
    @Test
    void what_a_killed_run_had_in_hand_is_done_and_nothing_waits_behind_it() throws IOException {
        RunningDaemon daemon = RunningDaemon.in(folder, "engine: tools", "processing: {max_mp4_concurrent: 1}");
        daemon.stop();
        realFilms(daemon, "a.mp4", "b.mp4", "c.mp4");
        List<String> ids = takenByARunThatIsGone(daemon, "a.mp4", "b.mp4");
        daemon.start();
        try (daemon) {
            RunningDaemon.Answer behind = daemon.imported("/movies", "c.mp4").is(202);
            assertThat(ids)
                    .map(daemon::ended)
                    .allSatisfy(job -> assertThat(job.path("attempts").asInt()).isEqualTo(2))
                    .extracting(RunningDaemon::result)
                    .containsOnly("changed");
            assertThat(daemon.endedOf(behind)).extracting(RunningDaemon::result).containsExactly("changed");
            assertThat(daemon.count("running")).isZero();
        }
    }

    private static List<String> takenByARunThatIsGone(RunningDaemon daemon, String... names) {
        Path movies = daemon.library().resolve("movies");
        List<JobRequest> requests = Stream.of(names)
                .map(name -> JobRequest.of(JobFile.at(movies.resolve(name)), JobSource.RADARR, JobPriority.HIGH))
                .toList();
        try (LockFiles locks = LockFiles.in(daemon.data().resolve("locks"));
                Database database = Database.open(new DatabaseSettings(daemon.data(), true))) {
            Instant now = Instant.now();
            new JdbiJobStore(database).submit(requests, 10, now);
            JdbiJobQueue queue = new JdbiJobQueue(database, locks);
            ClaimRule rule = ClaimRule.anything(now.plusSeconds(3600));
            return Stream.generate(
                            () -> queue.claim(rule, Instant.now()).orElseThrow().id())
                    .limit(names.length)
                    .toList();
        }
    }

    /** Defect: retry_attempts was read nowhere. */
    @Test
    void what_may_work_later_is_tried_as_often_as_the_settings_say() throws IOException {
        HeldTool ffmpeg = HeldTool.of("ffmpeg", folder);
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "engine: tools",
                ffmpeg.setting(),
                "processing: {retry_attempts: 1, retry_delay_seconds: 0, timeout_seconds: 1}")) {
            realFilms(daemon, "a.mp4");
            String id = jobOf(daemon.imported("/movies", "a.mp4"));
            JsonNode failed = daemon.ended(id);
            assertThat(failed.path("status").asText()).isEqualTo("failed");
            assertThat(failed.path("attempts").asInt()).isEqualTo(2);
            assertThat(failed.path("error").asText()).contains("got no further", "can be tried again");
        }
    }

    @Test
    void a_full_queue_refuses_batches_of_all_callers_and_no_webhook() {
        HeldTool ffprobe = HeldTool.of("ffprobe", folder);
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "engine: tools",
                ffprobe.setting(),
                "processing: {max_queue_size: 3, worker_count: 1}",
                RunningDaemon.api("rate_limits: {batches: 1000}"))) {
            List<RunningDaemon.Answer> webhooks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                daemon.film("movies/" + i + ".mkv");
                webhooks.add(daemon.imported("/movies", i + ".mkv").is(202));
            }
            ffprobe.awaitBegun();
            daemon.film("tv/series/a.mkv");
            for (RunningDaemon.Answer refused :
                    atOnce(16, i -> daemon.batch(daemon.library().resolve("tv"), ""))) {
                refused.is(503);
                assertThat(refused.header("Retry-After")).isEqualTo("60");
                assertThat(refused.text("detail")).contains("processing.max_queue_size", "nothing was queued");
            }
            assertThat(daemon.get("/api/v1/batch").is(200).json().path("batches"))
                    .isEmpty();
            assertThat(daemon.count("queued")).isEqualTo(3);
            daemon.film("movies/4.mkv");
            webhooks.add(daemon.imported("/movies", "4.mkv").is(202));
            assertThat(daemon.count("queued")).isEqualTo(4);
            ffprobe.letGo();
            webhooks.forEach(daemon::endedOf);
            assertThat(daemon.batchOf(daemon.batch(daemon.library().resolve("tv"), ""))
                            .path("files_done")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void batches_of_several_callers_never_queue_more_than_there_is_room_for() {
        HeldTool ffprobe = HeldTool.of("ffprobe", folder);
        try (RunningDaemon daemon = RunningDaemon.in(
                folder,
                "engine: tools",
                ffprobe.setting(),
                "processing: {max_queue_size: 5, worker_count: 1, batch_chunk: 1}")) {
            daemon.film("movies/held.mkv");
            daemon.imported("/movies", "held.mkv").is(202);
            ffprobe.awaitBegun();
            for (int i = 0; i < 12; i++) {
                daemon.film("tv/" + i % 4 + "/" + i + ".mkv");
            }
            List<RunningDaemon.Answer> begun =
                    atOnce(4, i -> daemon.batch(daemon.library().resolve("tv").resolve("" + i), ", \"dry_run\": true"));
            List<RunningDaemon.Answer> batches =
                    begun.stream().filter(answer -> answer.status() == 202).toList();
            assertThat(begun).allMatch(answer -> answer.status() == 202 || answer.status() == 503);
            assertThat(batches).hasSizeGreaterThan(1);
            RunningDaemon.await("as many are queued as there is room for", () -> daemon.count("queued") == 5);
            ffprobe.letGo();
            RunningDaemon.await("all is done", () -> {
                assertThat(daemon.count("queued")).isLessThanOrEqualTo(5);
                return batches.stream().allMatch(daemon::hasEnded);
            });
            assertThat(batches)
                    .map(daemon::batchOf)
                    .allMatch(batch -> batch.path("files_done").asInt() == 3);
        }
    }

    @Test
    void a_second_daemon_on_the_same_data_folder_does_each_job_once_too() {
        try (RunningDaemon one = RunningDaemon.in(folder);
                RunningDaemon other = RunningDaemon.in(folder)) {
            for (int i = 0; i < 40; i++) {
                one.film("movies/" + i + ".mkv");
            }
            List<RunningDaemon.Answer> told =
                    atOnce(40, i -> (i % 2 == 0 ? one : other).imported("/movies", i + ".mkv"));
            assertThat(told)
                    .map(RunningDaemon.Answer::accepted)
                    .flatMap(one::endedOf)
                    .allMatch(job -> job.path("attempts").asInt() == 1)
                    .extracting(RunningDaemon::result)
                    .hasSize(40)
                    .containsOnly("changed");
        }
    }

    private static List<RunningDaemon.Answer> atOnce(int callers, IntFunction<RunningDaemon.Answer> call) {
        return IntStream.range(0, callers)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
