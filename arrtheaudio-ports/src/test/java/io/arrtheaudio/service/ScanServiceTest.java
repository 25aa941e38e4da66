package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScanServiceTest {

    private final Library library = new Library();

    @Test
    void every_outcome_is_counted_under_its_word() {
        layOutOneOfEachKind();
        Watching watching = new Watching();

        ScanSummary summary = scan(watching);

        assertThat(summary.outcomes())
                .containsExactly(
                        Map.entry("already_correct", 1L),
                        Map.entry("changed", 2L),
                        Map.entry("failed", 1L),
                        Map.entry("no_match", 1L),
                        Map.entry("skipped: hardlinked", 2L),
                        Map.entry("skipped: unsupported_container", 1L));
        assertThat(summary.files()).isEqualTo(8);
        assertThat(summary.count("skipped")).isEqualTo(3);
        assertThat(summary.cancelled()).isFalse();
        assertThat(watching.outcomes).hasSize(8);
    }

    @Test
    void a_dry_run_counts_what_would_be_changed() {
        library.writeBy(Library::neverWrites);
        library.film("a.mkv", 2);
        library.film("b.mkv", 3);

        ScanSummary summary = service().scan(request(library.options().asDryRun()), new Watching());

        assertThat(summary.outcomes()).containsExactly(Map.entry("would_change", 2L));
    }

    @Test
    void what_is_found_is_told_as_it_grows_and_at_the_end() {
        library.film("a.mkv", 1);
        library.film("b/c.mkv", 1);
        Watching watching = new Watching();

        scan(watching);

        assertThat(watching.found).containsExactly(1L, 2L, 2L);
        assertThat(watching.foundAll).isTrue();
    }

    @Test
    void what_cannot_be_looked_at_is_counted_and_told() {
        library.film("a.mkv", 1);
        Path dangling = library.disk.symlink("b.mkv", Path.of("gone.mkv"));
        Watching watching = new Watching();

        ScanSummary summary = scan(watching);

        assertThat(summary.passedOver()).isEqualTo(1);
        assertThat(summary.files()).isEqualTo(1);
        assertThat(watching.passedOver).containsOnlyKeys(dangling);
    }

    @Test
    void a_missing_root_is_told_and_the_others_are_scanned() {
        library.film("tv/a.mkv", 1);
        Path missing = library.disk.root().resolve("missing");
        FixOptions options = FixOptions.within(missing, library.disk.root().resolve("tv"));
        Watching watching = new Watching();

        ScanSummary summary = service().scan(request(options), watching);

        assertThat(watching.passedOver).containsOnlyKeys(missing);
        assertThat(summary.passedOver()).isEqualTo(1);
        assertThat(summary.count("already_correct")).isEqualTo(1);
    }

    @Test
    void the_request_says_which_files_are_found() {
        library.film("a.mkv", 1);
        library.film("a.mp4", 1);
        library.film("sub/a.mkv", 1);
        library.film("b.mkv", 1);

        ScanRequest request = new ScanRequest(
                false, List.of(Glob.ofFiles("*.mkv")), List.of(Glob.ofFiles("b.*")), 1, library.options());

        assertThat(service().scan(request, new Watching()).files()).isEqualTo(1);
    }

    @Test
    void the_observer_is_never_called_by_two_threads_at_once() {
        for (int i = 0; i < 400; i++) {
            library.film("film" + i + ".mkv", 1);
            library.disk.symlink("gone" + i + ".mkv", Path.of("nowhere"));
        }
        Watching watching = new Watching();

        ScanSummary summary = service().scan(request(8, library.options()), watching);

        assertThat(summary.files()).isEqualTo(400);
        assertThat(watching.outcomes).hasSize(400);
        assertThat(watching.passedOver).hasSize(400);
    }

    @Test
    void a_fix_that_breaks_is_a_failed_file_and_the_scan_goes_on() {
        library.film("a.mkv", 1);
        Path breaking = library.film("b.mkv", 1);
        library.film("c.mkv", 1);
        Watching watching = new Watching();

        ScanSummary summary = scan(1, watching, (file, options) -> {
            if (file.equals(breaking)) {
                throw new IllegalStateException("a bug");
            }
            return correct(file);
        });

        assertThat(summary.outcomes()).containsExactly(Map.entry("already_correct", 2L), Map.entry("failed", 1L));
        assertThat(watching.outcomes)
                .filteredOn(Outcome.Failed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
                    assertThat(failed.remedy()).isEqualTo(Remedy.REPORT_BUG);
                    assertThat(failed.problem()).contains("a bug").contains("b.mkv");
                });
    }

    @Test
    void after_a_cancel_files_in_hand_are_finished_and_no_other_is_begun() {
        for (int i = 0; i < 20; i++) {
            library.film("film" + i + ".mkv", 1);
        }
        CountDownLatch inHand = new CountDownLatch(2);
        Watching watching = new Watching();

        ScanSummary summary = scan(2, watching, (file, options) -> {
            inHand.countDown();
            Waiting.until(inHand);
            watching.isCancelled = true;
            return correct(file);
        });

        assertThat(summary.cancelled()).isTrue();
        assertThat(summary.files()).isEqualTo(2);
        assertThat(watching.outcomes).hasSize(2);
    }

    @Test
    void a_cancel_that_comes_when_all_is_done_ends_nothing() {
        library.film("a.mkv", 1);
        Watching watching = new Watching();
        ScanSummary summary = scan(1, watching, (file, options) -> {
            Waiting.until(() -> watching.foundAll);
            watching.isCancelled = true;
            return correct(file);
        });

        assertThat(summary.files()).isEqualTo(1);
        assertThat(summary.cancelled()).isFalse();
    }

    @Test
    void a_cancel_before_the_start_begins_nothing() {
        library.film("a.mkv", 1);
        Watching watching = new Watching();
        watching.isCancelled = true;

        ScanSummary summary = scan(watching);

        assertThat(summary.files()).isZero();
        assertThat(summary.cancelled()).isTrue();
    }

    @Test
    void finding_waits_for_slow_workers() {
        for (int i = 0; i < 30; i++) {
            library.film("film" + i + ".mkv", 1);
        }
        Thread finding = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        Watching watching = new Watching();
        FixDefaultAudio slow = fixing((file, options) -> {
            int inHand = begun.incrementAndGet();
            if (inHand < 20) {
                Waiting.until(() -> isWaiting(finding));
            }
            assertThat(watching.lastFound).isLessThanOrEqualTo(inHand + 5 + 1);
            return correct(file);
        });

        ScanSummary summary =
                new ScanService(library.disk, slow, library.clock, 5).scan(request(1, library.options()), watching);

        assertThat(summary.files()).isEqualTo(30);
    }

    @Test
    void an_interrupt_of_the_caller_ends_the_scan_and_is_kept() {
        for (int i = 0; i < 20; i++) {
            library.film("film" + i + ".mkv", 1);
        }
        Watching watching = new Watching();

        Thread.currentThread().interrupt();
        ScanSummary summary = scan(watching);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary.cancelled()).isTrue();
        assertThat(summary.files()).isLessThan(20);
    }

    @Test
    void an_interrupt_while_finding_waits_lets_the_files_in_hand_be_finished() {
        for (int i = 0; i < 20; i++) {
            library.film("film" + i + ".mkv", 1);
        }
        Thread caller = Thread.currentThread();
        Watching watching = new Watching();
        FixDefaultAudio interrupting = fixing((file, options) -> {
            Waiting.until(() -> isWaiting(caller));
            caller.interrupt();
            Waiting.until(() -> watching.foundAll);
            return correct(file);
        });

        ScanSummary summary = new ScanService(library.disk, interrupting, library.clock, 1)
                .scan(request(1, library.options()), watching);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary.files()).isEqualTo(1);
        assertThat(summary.cancelled()).isTrue();
    }

    @Test
    void an_observer_that_breaks_ends_the_scan_for_the_caller_to_see() {
        for (int i = 0; i < 50; i++) {
            library.film("film" + i + ".mkv", 1);
        }
        Watching breaking = new Watching(outcome -> {
            throw new IllegalStateException("the terminal is gone");
        });
        ScanService service = new ScanService(library.disk, library.service(), library.clock, 2);

        assertThatIllegalStateException()
                .isThrownBy(() -> service.scan(request(2, library.options()), breaking))
                .withMessage("the terminal is gone");
    }

    @Test
    void an_observer_that_breaks_while_files_are_found_ends_the_scan_too() {
        library.film("a.mkv", 1);
        ScanObserver breaking = new ScanObserver() {
            @Override
            public void found(long files, boolean all) {
                throw new IllegalStateException("the terminal is gone");
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> service().scan(request(library.options()), breaking));
    }

    @Test
    void an_error_in_a_worker_reaches_the_caller() {
        library.film("a.mkv", 1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> scan(1, new Watching(), (file, options) -> {
                    throw new AssertionError("misuse");
                }))
                .withMessage("misuse");
    }

    @Test
    void time_is_measured_by_the_clock_and_never_negative() {
        library.film("a.mkv", 1);
        library.film("b.mkv", 1);
        Watching watching = new Watching();

        ScanSummary summary = scan(1, watching, (file, options) -> {
            library.clock.advance(Duration.ofSeconds(file.endsWith("a.mkv") ? 3 : -10));
            return correct(file);
        });

        assertThat(watching.times).containsExactly(Duration.ofSeconds(3), Duration.ZERO);
        assertThat(summary.took()).isEqualTo(Duration.ZERO);
    }

    @Test
    void no_thread_is_left_when_a_scan_is_over() {
        library.film("a.mkv", 1);
        List<Thread> workers = new CopyOnWriteArrayList<>();

        scan(4, new Watching(), (file, options) -> {
            workers.add(Thread.currentThread());
            return correct(file);
        });

        assertThat(workers).isNotEmpty().noneMatch(Thread::isAlive);
    }

    private void layOutOneOfEachKind() {
        library.film("right.mkv", 1);
        library.film("wrong.mkv", 2);
        library.film("sub/wrong.mp4", 3);
        library.disk.hardLink("linked too.mkv", library.film("linked.mkv", 2));
        library.put(
                "french.mkv",
                Container.MP4,
                List.of(Tracks.track(1, "fra", "", "aac", 2), Tracks.track(2, "fra", "", "aac", 2)));
        library.disk.put("other.mkv", (byte) 1);
        library.disk.put("damaged.mkv", "PAPER\n".getBytes(StandardCharsets.US_ASCII));
    }

    private ScanService service() {
        return new ScanService(library.disk, library.service(), library.clock);
    }

    private ScanSummary scan(Watching watching) {
        return service().scan(request(2, library.options()), watching);
    }

    private ScanSummary scan(int workers, Watching watching, BiFunction<Path, FixOptions, Outcome> fix) {
        return new ScanService(library.disk, fixing(fix), library.clock)
                .scan(request(workers, library.options()), watching);
    }

    private static ScanRequest request(FixOptions options) {
        return request(1, options);
    }

    private static ScanRequest request(int workers, FixOptions options) {
        return new ScanRequest(true, List.of(), List.of(), workers, options);
    }

    private static Outcome correct(Path file) {
        return new Outcome.AlreadyCorrect(file, Tracks.three(1).get(0), Explanation.NONE);
    }

    private static FixDefaultAudio fixing(BiFunction<Path, FixOptions, Outcome> fix) {
        return new FixDefaultAudio() {
            @Override
            public Inspection inspect(Path file, FixOptions options) {
                throw new AssertionError("a scan inspects nothing itself");
            }

            @Override
            public Outcome fix(Path file, FixOptions options) {
                return fix.apply(file, options);
            }
        };
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }
}
