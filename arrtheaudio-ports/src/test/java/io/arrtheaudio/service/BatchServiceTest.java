package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Batch;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.BatchState;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobEvent;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.JobStores;
import io.arrtheaudio.kit.SampleJobs;
import io.arrtheaudio.port.in.BatchAnswer;
import io.arrtheaudio.port.out.BatchStore;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchServiceTest {

    private static final Duration NONE = Duration.ZERO;

    private final WorkDesk desk = new WorkDesk();
    private final Path library = desk.disk.root();
    private final CountDownLatch mount = new CountDownLatch(1);
    private final List<BatchService> opened = new ArrayList<>();
    private BatchRules rules = new BatchRules(1_000, NONE, 2, 100);

    @AfterEach
    void close() {
        mount.countDown();
        opened.forEach(BatchService::close);
        desk.close();
    }

    // what becomes of it

    @Test
    void every_media_file_of_a_library_becomes_a_job_of_the_batch() throws InterruptedException {
        put("tv/a.mkv", "tv/s1/b.mp4", "tv/notes.txt", "films/c.mkv");
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library.resolve("tv"))));

        assertThat(batch.state()).isEqualTo(BatchState.WORKING);
        assertThat(batch.progress().found()).isEqualTo(2);
        assertThat(files(batch)).containsExactlyInAnyOrder("tv/a.mkv", "tv/s1/b.mp4");
        assertThat(jobs(batch)).allSatisfy(job -> {
            assertThat(job.request().source()).isEqualTo(JobSource.BATCH);
            assertThat(job.request().priority()).isEqualTo(JobPriority.NORMAL);
            assertThat(job.request().dryRun()).isFalse();
        });
        assertThat(desk.work.await(NONE)).as("the workers are woken").isTrue();
        assertThat(batch.note()).isEmpty();
    }

    @Test
    void a_batch_that_finds_nothing_is_over() {
        desk.disk.folder("tv");
        BatchService service = service();

        assertThat(ended(service, started(service, BatchRequest.of(library.resolve("tv"))))
                        .state())
                .isEqualTo(BatchState.COMPLETED);
    }

    @Test
    void a_single_file_can_be_a_batch() {
        put("tv/a.mkv", "tv/b.mkv");
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library.resolve("tv/a.mkv"))));

        assertThat(files(batch)).containsExactly("tv/a.mkv");
    }

    @Test
    void priority_source_and_dry_run_are_those_that_were_asked_for() {
        put("a.mkv");
        BatchService service = service();

        Batch batch = ended(
                service, started(service, BatchRequest.of(library).scheduled().asDryRun()));

        assertThat(jobs(batch)).singleElement().satisfies(job -> {
            assertThat(job.request().source()).isEqualTo(JobSource.SCHEDULE);
            assertThat(job.request().priority()).isEqualTo(JobPriority.LOW);
            assertThat(job.request().dryRun()).isTrue();
        });
    }

    @Test
    void only_files_that_fit_the_patterns_size_and_age_are_taken() {
        desk.disk.put("a.mkv", new byte[10]);
        desk.disk.put("small.mkv", new byte[9]);
        desk.disk.put("a.sample.mkv", new byte[10]);
        desk.disk.put("a.mp4", new byte[10]);
        desk.disk.put("sub/a.mkv", new byte[10]);
        desk.disk.touch(
                desk.disk.put("old.mkv", new byte[10]), desk.clock.instant().minus(Duration.ofDays(8)));
        desk.disk.touch(
                desk.disk.put("week.mkv", new byte[10]), desk.clock.instant().minus(Duration.ofDays(7)));
        BatchService service = service();

        Batch batch = ended(
                service,
                started(
                        service,
                        new BatchRequest(
                                library,
                                false,
                                List.of(Glob.ofFiles("*.mkv")),
                                List.of(Glob.ofFiles("*sample*")),
                                10,
                                Duration.ofDays(7),
                                JobPriority.NORMAL,
                                JobSource.BATCH,
                                false)));

        assertThat(files(batch)).containsExactlyInAnyOrder("a.mkv", "week.mkv");
    }

    @Test
    void who_watches_is_told_of_the_batch_as_it_grows_and_ends() {
        put("a.mkv");
        JobBulletinTest.Events events = new JobBulletinTest.Events();
        desk.bulletin.watch(events);
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library)));

        Waiting.until(() -> events.changes().contains(new JobEvent.BatchChanged(batch)));
        assertThat(events.changes()).allMatch(event -> event instanceof JobEvent.BatchChanged);
    }

    @Test
    void a_batch_and_its_results_can_be_asked_for() {
        put("a.mkv", "b.mkv", "c.mkv");
        BatchService service = service();
        Batch batch = ended(service, started(service, BatchRequest.of(library)));

        assertThat(service.list("", 10)).containsExactly(batch);
        assertThat(service.list(batch.id(), 10)).isEmpty();
        assertThat(service.results(batch.id(), JobQuery.NEWEST.atMost(2))
                        .orElseThrow()
                        .jobs())
                .hasSize(2);
        assertThat(service.results(batch.id(), JobQuery.NEWEST.in(JobState.FAILED))
                        .orElseThrow()
                        .jobs())
                .isEmpty();
        assertThat(service.find("77")).isEmpty();
        assertThat(service.results("77", JobQuery.NEWEST)).isEmpty();
    }

    // where

    @Test
    void outside_of_the_libraries_nothing_is_allowed_whether_or_not_it_is_there() {
        put("tv/a.mkv", "secret/b.mkv");
        desk.libraries = List.of(library.resolve("tv"));
        BatchService service = service();

        for (String path : List.of("secret", "secret/b.mkv", "none", "tv/../secret", "")) {
            assertThat(service.start(BatchRequest.of(library.resolve(path))))
                    .as(path)
                    .isEqualTo(new BatchAnswer.NotAllowed());
        }
        assertThat(service.list("", 10)).isEmpty();
    }

    @Test
    void one_path_however_it_is_written_is_one_batch() {
        put("tv/a.mkv");
        Path link = desk.disk.symlink("link", library.resolve("tv"));
        BatchService service = service(new HangingDisk(desk.disk));
        Batch batch = started(service, BatchRequest.of(link));

        BatchAnswer again =
                service.start(BatchRequest.of(library.resolve("tv/../tv")).asDryRun());

        assertThat(batch.request().path()).isEqualTo(library.resolve("tv"));
        assertThat(again).isEqualTo(new BatchAnswer.AlreadyRunning(batch));
    }

    @Test
    void files_of_a_library_that_is_a_link_are_known_by_the_name_that_webhooks_use() {
        put("disk7/tv/a.mkv");
        Path link = desk.disk.symlink("tv", library.resolve("disk7/tv"));
        desk.libraries = List.of(link);
        String told = told(link.resolve("a.mkv"));
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(link)));

        assertThat(jobs(batch)).extracting(Job::id).containsExactly(told);
    }

    @Test
    void the_folder_of_a_mapping_that_is_a_link_gives_its_name_to_files_of_a_library_too() {
        put("disk7/tv/a.mkv", "disk7/films/b.mkv");
        desk.mapped = List.of(desk.disk.symlink("tv", library.resolve("disk7/tv")));
        String told = told(library.resolve("tv/a.mkv"));
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library.resolve("disk7"))));

        assertThat(files(batch)).containsExactlyInAnyOrder("tv/a.mkv", "disk7/films/b.mkv");
        assertThat(jobs(batch)).extracting(Job::id).contains(told);
    }

    /** The id of the job for a file that Sonarr told of. */
    private String told(Path file) {
        JobRequest request = JobRequest.of(JobFile.at(file), JobSource.SONARR, JobPriority.HIGH);
        return desk.jobs(100)
                .receive(SampleJobs.download(desk.clock.instant()), List.of(request), ToldTitle.NOTHING)
                .jobs()
                .get(0);
    }

    @Test
    void a_path_in_a_library_at_which_nothing_is_fails_and_says_so() {
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library.resolve("tv"))));

        assertThat(batch.state()).isEqualTo(BatchState.FAILED);
        assertThat(batch.note()).contains(library.resolve("tv").toString(), "there is no such file");
    }

    @Test
    void what_leads_out_of_the_libraries_is_passed_over_and_told() {
        put("tv/a.mkv", "secret/b.mkv", "secret/deep/c.mkv");
        desk.disk.symlink("tv/file.mkv", library.resolve("secret/b.mkv"));
        desk.disk.symlink("tv/folder", library.resolve("secret/deep"));
        desk.libraries = List.of(library.resolve("tv"));
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library.resolve("tv"))));

        assertThat(files(batch)).containsExactly("tv/a.mkv");
        assertThat(batch.note())
                .contains("tv/file.mkv: it leads out of the libraries")
                .doesNotContain("secret");
    }

    @Test
    void what_cannot_be_read_is_told_in_the_note_and_the_rest_is_done() {
        put("a.mkv");
        for (int i = 0; i < 5; i++) {
            desk.disk.symlink("gone" + i + ".mkv", Path.of("nowhere"));
        }
        BatchService service = service();

        Batch batch = ended(service, started(service, BatchRequest.of(library)));

        assertThat(batch.state()).isEqualTo(BatchState.WORKING);
        assertThat(files(batch)).containsExactly("a.mkv");
        assertThat(batch.note())
                .startsWith("passed over ")
                .contains("gone0.mkv", "gone2.mkv", "; and 2 more")
                .doesNotContain("gone3.mkv");
    }

    @Test
    void a_walk_that_breaks_fails_the_batch_and_no_other() {
        put("a.mkv");
        AtomicInteger walks = new AtomicInteger();
        BatchService service = service(new OtherDisk(desk.disk) {
            @Override
            public void find(Path root, FindOptions options, Finder finder) {
                if (walks.incrementAndGet() == 1) {
                    throw new IllegalStateException("a bug");
                }
                super.find(root, options, finder);
            }
        });

        Batch broken = ended(service, started(service, BatchRequest.of(library)));
        Batch next = ended(service, started(service, BatchRequest.of(library)));

        assertThat(broken.state()).isEqualTo(BatchState.FAILED);
        assertThat(broken.note()).contains("a bug", "please report this");
        assertThat(next.progress().found()).isEqualTo(1);
    }

    @Test
    void who_starts_a_batch_of_a_disk_that_hangs_is_told_so_and_others_are_held_up_by_none() {
        put("a.mkv");
        desk.forADisk = Duration.ofMillis(1);
        CountDownLatch looks = new CountDownLatch(8);
        BatchService service = service(new OtherDisk(desk.disk) {
            @Override
            public FileFacts stat(Path file) {
                looks.countDown();
                Waiting.until(mount);
                return super.stat(file);
            }
        });

        for (int i = 0; i < 8; i++) {
            expectNoAnswer(service, "the disk did not answer within");
        }
        Waiting.until(looks);
        expectNoAnswer(service, "others already wait for disks that do not answer");

        assertThat(service.list("", 1)).as("nothing was begun").isEmpty();
    }

    private void expectNoAnswer(BatchService service, String why) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> service.start(BatchRequest.of(library)))
                .withMessageContaining(why)
                .returns(Remedy.RETRY_LATER, AudioFixException::remedy);
    }

    // piece by piece

    @Test
    void files_are_handed_in_in_chunks() {
        putMany(7);
        rules = new BatchRules(3, NONE, 1, 100);
        AtomicInteger appends = new AtomicInteger();
        BatchService service = service(
                WorkDesk.failing(BatchStore.class, desk.stores.batches(), "append", () -> {
                    appends.incrementAndGet();
                    return false;
                }),
                desk.disk);

        Batch batch = ended(service, started(service, BatchRequest.of(library)));

        assertThat(batch.progress().found()).isEqualTo(7);
        assertThat(appends).hasValue(3);
    }

    @Test
    void after_each_chunk_others_get_their_turn() {
        putMany(3);
        rules = new BatchRules(1, Duration.ofDays(1), 1, 100);
        BatchService service = service();

        Batch batch = started(service, BatchRequest.of(library));

        Waiting.until(() -> found(service, batch) == 1);
        assertThat(service.find(batch.id()).orElseThrow().state()).isEqualTo(BatchState.FINDING);
        service.cancel(batch.id(), "me");
    }

    @Test
    void the_start_is_answered_while_the_disk_still_hangs() {
        put("a.mkv");
        BatchService service = service(new HangingDisk(desk.disk));

        Batch batch = started(service, BatchRequest.of(library));

        assertThat(batch.state()).isEqualTo(BatchState.FINDING);
        mount.countDown();
        assertThat(ended(service, batch).progress().found()).isEqualTo(1);
    }

    @Test
    void more_batches_than_walk_at_once_stand_in_line() {
        put("a/1.mkv", "b/2.mkv");
        rules = new BatchRules(10, NONE, 1, 100);
        HangingDisk hanging = new HangingDisk(desk.disk);
        BatchService service = service(hanging);

        Batch first = started(service, BatchRequest.of(library.resolve("a")));
        Batch second = started(service, BatchRequest.of(library.resolve("b")));
        Waiting.until(hanging.isAsked);

        assertThat(hanging.walks).hasValue(1);
        mount.countDown();
        assertThat(ended(service, first).progress().found()).isEqualTo(1);
        assertThat(ended(service, second).progress().found()).isEqualTo(1);
    }

    // the full queue

    @Test
    void a_queue_that_is_full_at_the_start_refuses_the_batch() {
        put("a.mkv");
        rules = new BatchRules(10, NONE, 1, 2);
        desk.jobs(10).submit(SampleJobs.manuals("other", 2));
        BatchService service = service();

        assertThat(service.start(BatchRequest.of(library))).isEqualTo(new BatchAnswer.QueueFull(2, 2));

        assertThat(service.list("", 10)).isEmpty();
    }

    @Test
    void a_queue_that_gets_full_meanwhile_makes_the_batch_wait_and_never_fail() {
        putMany(7);
        rules = new BatchRules(5, NONE, 1, 2);
        BatchService service = service();

        Batch batch = started(service, BatchRequest.of(library));
        Waiting.until(() -> found(service, batch) == 2);
        assertThat(service.find(batch.id()).orElseThrow().state()).isEqualTo(BatchState.FINDING);

        Waiting.until(() -> {
            assertThat(desk.stores.store().figures(desk.clock.instant()).count(JobState.QUEUED))
                    .isLessThanOrEqualTo(2);
            workOnOne();
            return service.find(batch.id()).orElseThrow().state() == BatchState.COMPLETED;
        });
        assertThat(service.find(batch.id()).orElseThrow().progress().outcomes()).containsEntry("changed", 7L);
    }

    @Test
    void a_store_that_fails_for_a_while_makes_the_batch_wait_and_never_fail() {
        put("a.mkv");
        AtomicInteger failures = new AtomicInteger(3);
        BatchService service = service(
                WorkDesk.failing(
                        BatchStore.class, desk.stores.batches(), "append", () -> failures.getAndDecrement() > 0),
                desk.disk);

        Batch batch = ended(service, started(service, BatchRequest.of(library)));

        assertThat(batch.progress().found()).isEqualTo(1);
        assertThat(failures.get()).isLessThanOrEqualTo(0);
    }

    // cancel, close, resume

    @Test
    void a_batch_that_is_cancelled_stops_looking() {
        rules = new BatchRules(1, NONE, 1, 100);
        EndlessDisk endless = new EndlessDisk(desk.disk, put("a.mkv").get(0));
        BatchService service = service(endless);
        Batch batch = started(service, BatchRequest.of(library));
        Waiting.until(() -> found(service, batch) == 1);

        Batch cancelled = service.cancel(batch.id(), "by the API").orElseThrow();

        assertThat(cancelled.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(cancelled.note()).isEqualTo("by the API");
        Waiting.until(endless.isEnded);
        assertThat(jobs(batch)).extracting(Job::state).containsExactly(JobState.CANCELLED);
        assertThat(service.cancel("77", "me")).isEmpty();
    }

    @Test
    void a_batch_that_finds_nothing_that_fits_stops_looking_when_it_is_cancelled() {
        CountDownLatch isEnded = new CountDownLatch(1);
        BatchService service = service(new OtherDisk(desk.disk) {
            @Override
            public void find(Path root, FindOptions options, Finder finder) {
                while (finder.goesOn()) {
                    Thread.onSpinWait();
                }
                isEnded.countDown();
            }
        });
        Batch batch = started(service, BatchRequest.of(library));

        service.cancel(batch.id(), "by the API");

        Waiting.until(isEnded);
    }

    @Test
    void a_batch_that_another_program_cancels_stops_looking_too() {
        rules = new BatchRules(1, NONE, 1, 100);
        EndlessDisk endless = new EndlessDisk(desk.disk, put("a.mkv").get(0));
        Batch batch = started(service(endless), BatchRequest.of(library));

        desk.stores.batches().cancel(batch.id(), "elsewhere", desk.clock.instant());

        Waiting.until(endless.isEnded);
        assertThat(desk.stores.batches().find(batch.id()).orElseThrow().note()).isEqualTo("elsewhere");
    }

    @Test
    void a_batch_that_waits_for_room_can_be_cancelled() {
        putMany(3);
        rules = new BatchRules(1, NONE, 1, 1);
        BatchService service = service();
        Batch batch = started(service, BatchRequest.of(library));
        Waiting.until(() -> found(service, batch) == 1);

        service.cancel(batch.id(), "me");

        service.close();
        assertThat(service.find(batch.id()).orElseThrow().progress().found()).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void the_end_of_the_program_leaves_batches_to_be_resumed_and_begins_none() {
        rules = new BatchRules(1, NONE, 1, 100);
        EndlessDisk endless = new EndlessDisk(desk.disk, put("a.mkv").get(0));
        BatchService service = service(endless);
        Batch walking = started(service, BatchRequest.of(library));
        Batch inLine = started(service, BatchRequest.of(library.resolve("a.mkv")));

        service.close();
        expectNoAnswer(service, "the program ends");

        Waiting.until(endless.isEnded);
        for (Batch batch : List.of(walking, inLine)) {
            assertThat(service.find(batch.id()).orElseThrow().state()).isEqualTo(BatchState.FINDING);
        }
    }

    @Test
    @Timeout(20)
    void a_disk_that_hangs_holds_the_end_of_the_program_up_for_a_second() {
        put("a.mkv");
        HangingDisk hanging = new HangingDisk(desk.disk);
        BatchService service = service(hanging);
        Batch batch = started(service, BatchRequest.of(library));
        Waiting.until(hanging.isAsked);

        service.close();
        mount.countDown();

        Waiting.until(hanging.isEnded);
        assertThat(service.find(batch.id()).orElseThrow().state()).isEqualTo(BatchState.FINDING);
        assertThat(jobs(batch)).isEmpty();
    }

    @Test
    void a_batch_that_a_dead_run_left_is_walked_through_once_more_from_the_first_file() {
        putMany(4);
        rules = new BatchRules(1, NONE, 1, 2);
        BatchService killed = service();
        Batch batch = started(killed, BatchRequest.of(library));
        Waiting.until(() -> found(killed, batch) == 2);
        killed.close();

        JobStores stores = desk.afterCrash();
        rules = new BatchRules(10, NONE, 1, 100);
        BatchService service = service(stores.batches(), desk.disk);
        service.resume();

        assertThat(ended(service, batch).progress().found()).isEqualTo(4);
        assertThat(jobs(batch)).hasSize(4);
        service.resume();
    }

    @Test
    void a_batch_whose_library_was_taken_out_meanwhile_fails() {
        put("tv/a.mkv");
        rules = new BatchRules(1, NONE, 1, 100);
        BatchService killed = service(new HangingDisk(desk.disk));
        Batch batch = started(killed, BatchRequest.of(library.resolve("tv")));
        killed.close();

        desk.libraries = List.of(library.resolve("films"));
        BatchService service = service(desk.afterCrash().batches(), desk.disk);
        service.resume();

        Batch failed = ended(service, batch);
        assertThat(failed.state()).isEqualTo(BatchState.FAILED);
        assertThat(failed.note()).contains("it lies in no library");
        assertThat(jobs(batch)).isEmpty();
    }

    private BatchService service() {
        return service(desk.disk);
    }

    private BatchService service(MediaFiles files) {
        return service(desk.stores.batches(), files);
    }

    private BatchService service(BatchStore store, MediaFiles files) {
        BatchService service = desk.batches(rules, store, files);
        opened.add(service);
        return service;
    }

    private static Batch started(BatchService service, BatchRequest request) {
        BatchAnswer answer = service.start(request);
        if (answer instanceof BatchAnswer.Started started) {
            return started.batch();
        }
        throw new AssertionError("it was " + answer);
    }

    /** The batch when all its files are found. */
    private static Batch ended(BatchService service, Batch batch) {
        Waiting.until(() -> service.find(batch.id()).orElseThrow().state() != BatchState.FINDING);
        return service.find(batch.id()).orElseThrow();
    }

    private static long found(BatchService service, Batch batch) {
        return service.find(batch.id()).orElseThrow().progress().found();
    }

    private List<Path> put(String... names) {
        return List.of(names).stream()
                .map(name -> desk.disk.put(name, (byte) 1))
                .toList();
    }

    private void putMany(int count) {
        IntStream.range(0, count).forEach(i -> put(i + ".mkv"));
    }

    private List<Job> jobs(Batch batch) {
        return desk.stores.store().list(JobQuery.NEWEST.ofBatch(batch.id())).jobs();
    }

    private List<String> files(Batch batch) {
        return jobs(batch).stream()
                .map(Job::file)
                .map(JobFile::path)
                .map(path -> library.relativize(path).toString())
                .toList();
    }

    private void workOnOne() {
        desk.stores
                .queue()
                .claim(ClaimRule.anything(desk.clock.instant().plusSeconds(60)), desk.clock.instant())
                .ifPresent(job -> desk.stores.queue().settle(job, SampleJobs.done(), desk.clock.instant()));
    }

    /** Looks for files when the test lets it. */
    private final class HangingDisk extends OtherDisk {

        final AtomicInteger walks = new AtomicInteger();
        final CountDownLatch isAsked = new CountDownLatch(1);
        final CountDownLatch isEnded = new CountDownLatch(1);

        HangingDisk(MediaFiles files) {
            super(files);
        }

        @Override
        public void find(Path root, FindOptions options, Finder finder) {
            walks.incrementAndGet();
            isAsked.countDown();
            Waiting.until(mount);
            super.find(root, options, finder);
            isEnded.countDown();
        }
    }

    /** Finds one file over and over. */
    private static final class EndlessDisk extends OtherDisk {

        final CountDownLatch isEnded = new CountDownLatch(1);
        private final Path file;

        EndlessDisk(MediaFiles files, Path file) {
            super(files);
            this.file = file;
        }

        @Override
        public void find(Path root, FindOptions options, Finder finder) {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = finder.file(file);
            }
            isEnded.countDown();
        }
    }
}
