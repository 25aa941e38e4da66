package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.BatchRequest;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobRequest;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JobRunnerTest {

    private final Jobs jobs = new Jobs();
    private final Library library = jobs.library;

    // what is asked

    @Test
    void a_file_that_sonarr_imported_is_changed() {
        Path file = library.wrong();
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        jobs.step(jobs.runner(library.service()));

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void everything_the_caller_knows_is_handed_on() {
        OriginalLanguage told = new OriginalLanguage(new Language("jpn", "", ""), "told by Sonarr");
        TitleHint hint = new TitleHint(TitleKind.SERIES, "Show", 2011, TitleIds.NONE);
        jobs.receive(jobs.imported("/tv/film.mkv").about(hint, told));

        FixOptions options = asked();

        assertThat(options.about()).isEqualTo(new AboutTitle(OriginalLanguage.UNKNOWN, told, hint));
        assertThat(options.roots()).containsExactly(library.disk.root());
        assertThat(options.languages()).isEmpty();
        assertThat(options.minAge()).isZero();
        assertThat(options.dryRun()).isFalse();
        assertThat(options.again()).isFalse();
    }

    @Test
    void a_dry_run_stays_one_and_force_stays_force() {
        jobs.submit(Jobs.manual(library.wrong()).asDryRun().forced());

        FixOptions options = asked();

        assertThat(options.dryRun()).isTrue();
        assertThat(options.again()).isTrue();
    }

    @Test
    void the_journal_will_know_what_asked() {
        Job imported = jobs.job(jobs.receive(jobs.imported("/tv/a.mkv")));
        assertThat(asked().cause()).isEqualTo("webhook " + imported.request().webhook());

        String manual = jobs.submit(Jobs.manual(library.film("b.mkv", 1)));
        assertThat(asked().cause()).isEqualTo("job " + manual);

        String batch = append(found(library.film("c.mkv", 1), JobSource.BATCH));
        assertThat(asked().cause()).isEqualTo("batch " + batch);
    }

    @Test
    void what_a_batch_found_may_still_be_copied_unless_an_arr_app_told_of_it_too() {
        Path file = library.film("a.mkv", 1);
        append(found(file, JobSource.BATCH));
        assertThat(asked().minAge()).isEqualTo(Library.minute());

        append(found(file, JobSource.SCHEDULE));
        jobs.receive(jobs.imported("/tv/a.mkv"));
        assertThat(asked().minAge()).isZero();
    }

    // what is not known to be anywhere

    @Test
    void a_path_that_maps_nowhere_waits_and_the_mappings_that_were_tried_are_told() {
        jobs.receive(jobs.imported("/films/a.mkv"));

        Settlement.WaitFor waits = waits(jobs.runner(noFix()));

        assertThat(waits.reason()).isEqualTo(WaitReason.UNMAPPED);
        assertThat(waits.nextLook()).isEqualTo(Library.NOW.plus(Jobs.FIRST_LOOK));
        assertThat(waits.because()).contains("/films/a.mkv", "/tv -> ", "path_mappings");
    }

    @Test
    void a_path_that_maps_by_now_is_queued_for_its_file() {
        Path file = library.wrong();
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.receive(jobs.imported("/films/film.mkv"));
        jobs.step(runner);
        jobs.mappings = new PathMappings(List.of(new PathMapping("/films", library.disk.root())));
        library.clock.advance(Jobs.FIRST_LOOK);

        assertThat(jobs.step(runner)).isInstanceOf(Settlement.Relocate.class);
        assertThat(jobs.job(id).file().path()).isEqualTo(file);
        jobs.step(runner);

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
    }

    @Test
    void a_path_that_maps_nowhere_fails_in_the_end() {
        String id = jobs.receive(jobs.imported("/films/a.mkv"));

        waitOut(jobs.runner(noFix()), id);

        JobResult result = jobs.job(id).result();
        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(result.remedy()).contains(Remedy.FIX_SETTINGS);
        assertThat(result.message()).contains("/films/a.mkv", "14 days", "/tv -> ");
    }

    // what is not there

    @Test
    void a_file_that_is_not_there_yet_is_waited_for() {
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        assertThat(waits(runner).reason()).isEqualTo(WaitReason.MISSING_FILE);
        library.wrong();
        library.clock.advance(Jobs.FIRST_LOOK);
        jobs.step(runner);

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
    }

    @Test
    void a_file_that_never_comes_fails_in_the_end_and_tells_where_it_was_looked_for() {
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        waitOut(jobs.runner(library.service()), id);

        JobResult result = jobs.job(id).result();
        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(result.remedy()).contains(Remedy.FIX_FILE);
        assertThat(result.message())
                .contains(
                        "/tv/film.mkv",
                        library.disk.root().resolve("film.mkv").toString(),
                        "/tv -> " + library.disk.root(),
                        "14 days");
    }

    @Test
    void a_file_that_is_missing_because_the_mapping_was_wrong_is_looked_for_by_the_mended_one() {
        Path file = library.film("shows/film.mkv", 2);
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));
        jobs.step(runner);
        jobs.mappings = new PathMappings(
                List.of(new PathMapping("/tv", library.disk.root().resolve("shows"))));
        library.clock.advance(Jobs.FIRST_LOOK);

        assertThat(jobs.step(runner)).isEqualTo(new Settlement.Relocate(JobFile.of(jobs.mappings.map("/tv/film.mkv"))));
        jobs.step(runner);

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void a_damaged_file_that_is_there_is_not_waited_for() {
        Path file = library.wrong();
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        jobs.step(jobs.runner(answering(failed(file, Remedy.FIX_FILE, "it is torn"))));

        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(jobs.job(id).result().message()).isEqualTo("it is torn");
    }

    @Test
    void a_batch_does_not_wait_for_a_file_that_is_gone_but_for_a_disk_that_is() {
        Path gone = library.film("shows/gone.mkv", 1);
        library.film("shows/stays.mkv", 1);
        Path away = library.disk.root().resolve("away/a.mkv");
        append(found(gone, JobSource.BATCH), found(away, JobSource.BATCH));
        library.disk.delete(gone);
        JobRunner runner = jobs.runner(library.service());

        assertThat(jobs.step(runner))
                .isInstanceOfSatisfying(
                        Settlement.Finished.class,
                        end -> assertThat(end.result().remedy()).contains(Remedy.FIX_FILE));
        assertThat(waits(runner).reason()).isEqualTo(WaitReason.MISSING_FILE);
    }

    // hard links

    @Test
    void what_sonarr_imported_waits_for_the_end_of_seeding() {
        Path file = library.wrong();
        Path seed = library.disk.hardLink("seed.mkv", file);
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        assertThat(waits(runner).reason()).isEqualTo(WaitReason.SEEDING);
        library.disk.delete(seed);
        library.clock.advance(Jobs.FIRST_LOOK);
        jobs.step(runner);

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
    }

    @Test
    void what_is_seeded_for_ever_is_skipped_in_the_end() {
        library.disk.hardLink("seed.mkv", library.wrong());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        waitOut(jobs.runner(library.service()), id);

        assertThat(jobs.state(id)).isEqualTo(JobState.COMPLETED);
        assertThat(jobs.job(id).result().words()).isEqualTo("skipped: hardlinked");
    }

    @Test
    void the_intervals_between_two_looks_double() {
        library.disk.hardLink("seed.mkv", library.wrong());
        JobRunner runner = jobs.runner(library.service());
        jobs.receive(jobs.imported("/tv/film.mkv"));

        Instant first = waits(runner).nextLook();
        library.clock.set(first);
        Instant second = waits(runner).nextLook();
        library.clock.set(second);

        assertThat(Duration.between(first, second)).isEqualTo(Jobs.FIRST_LOOK);
        assertThat(Duration.between(second, waits(runner).nextLook())).isEqualTo(Jobs.FIRST_LOOK.multipliedBy(2));
    }

    @Test
    void persons_batches_and_dry_runs_do_not_wait_for_seeding() {
        Path file = library.wrong();
        library.disk.hardLink("seed.mkv", file);
        JobRunner runner = jobs.runner(library.service());

        String manual = jobs.submit(Jobs.manual(file));
        jobs.step(runner);
        assertThat(jobs.job(manual).result().words()).isEqualTo("skipped: hardlinked");

        for (JobSource source : List.of(JobSource.BATCH, JobSource.SCHEDULE)) {
            append(found(file, source));
            assertThat(jobs.step(runner)).isInstanceOf(Settlement.Finished.class);
        }
        String dry = jobs.receive(jobs.imported("/tv/film.mkv").asDryRun());
        jobs.step(runner);
        assertThat(jobs.job(dry).result().words()).isEqualTo("skipped: hardlinked");
    }

    @Test
    void what_a_batch_found_waits_for_seeding_once_sonarr_asked_for_it_too() {
        Path file = library.wrong();
        library.disk.hardLink("seed.mkv", file);
        append(found(file, JobSource.BATCH));
        jobs.receive(jobs.imported("/tv/film.mkv"));

        assertThat(waits(jobs.runner(library.service())).reason()).isEqualTo(WaitReason.SEEDING);
    }

    // room

    @Test
    void a_copy_that_finds_no_room_is_waited_for() {
        Path file = library.wrong();
        library.disk.hardLink("seed.mkv", file);
        library.rules = library.rules.with(HardlinkRule.COPY);
        library.replacements.withFreeSpace(0);
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.submit(Jobs.manual(file));

        assertThat(waits(runner).reason()).isEqualTo(WaitReason.SPACE);
        assertThat(jobs.job(id).tries().failed()).isZero();
        library.replacements.withFreeSpace(Long.MAX_VALUE);
        library.clock.advance(Jobs.FIRST_LOOK);
        jobs.step(runner);

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
    }

    @Test
    void a_disk_that_stays_full_fails_the_job_in_the_end() {
        Path file = library.wrong();
        library.disk.hardLink("seed.mkv", file);
        library.rules = library.rules.with(HardlinkRule.COPY);
        library.replacements.withFreeSpace(0);
        String id = jobs.submit(Jobs.manual(file));

        waitOut(jobs.runner(library.service()), id);

        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(jobs.job(id).result().message()).contains("make room");
    }

    // tries

    @Test
    void what_may_work_later_is_tried_again_until_its_tries_are_used_up() {
        Path file = library.wrong();
        JobRunner runner = jobs.runner(answering(failed(file, Remedy.RETRY_LATER, "it is busy")));
        String id = jobs.submit(Jobs.manual(file));

        assertThat(jobs.step(runner)).isEqualTo(new Settlement.TryAgain(Library.NOW.plus(Jobs.RETRY), "it is busy"));
        library.clock.advance(Jobs.RETRY);
        assertThat(jobs.step(runner)).isInstanceOf(Settlement.TryAgain.class);
        library.clock.advance(Jobs.RETRY.multipliedBy(2));
        jobs.step(runner);

        Job failed = jobs.job(id);
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.tries().failed()).isEqualTo(3);
        assertThat(failed.result().message()).isEqualTo("it is busy");
    }

    @Test
    void what_sonarr_imported_is_tried_again_if_it_may_still_be_copied() {
        Path file = library.wrong();
        JobRunner runner = jobs.runner(answering(
                new Outcome.Skipped(file, SkipReason.TOO_FRESH, "it changed a moment ago", Explanation.NONE)));
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        assertThat(jobs.step(runner)).isInstanceOf(Settlement.TryAgain.class);
        library.clock.advance(Jobs.RETRY);
        jobs.step(runner);
        library.clock.advance(Jobs.RETRY.multipliedBy(2));
        jobs.step(runner);

        assertThat(jobs.job(id).result().words()).isEqualTo("skipped: too_fresh");
    }

    @Test
    void what_a_batch_found_a_moment_ago_is_skipped() {
        Path file = library.wrong();
        library.disk.touch(file, Library.NOW);
        append(found(file, JobSource.BATCH));

        assertThat(jobs.step(jobs.runner(library.service()))).isInstanceOfSatisfying(Settlement.Finished.class, end -> {
            assertThat(end.result().skipReason()).contains(SkipReason.TOO_FRESH);
        });
    }

    @Test
    void wrong_settings_are_not_tried_again() {
        Path file = library.wrong();
        String id = jobs.submit(Jobs.manual(file));

        jobs.step(jobs.runner(answering(failed(file, Remedy.FIX_SETTINGS, "there is no ffmpeg"))));

        assertThat(jobs.job(id).result().remedy()).contains(Remedy.FIX_SETTINGS);
    }

    @Test
    void whatever_breaks_is_a_failed_job() {
        for (Throwable thrown : List.of(new IllegalStateException("oops"), new StackOverflowError("deep"))) {
            String id = jobs.submit(Jobs.manual(library.wrong()));

            jobs.step(jobs.runner(fixing((file, options) -> sneak(thrown))));

            assertThat(jobs.job(id).result().remedy()).contains(Remedy.REPORT_BUG);
            assertThat(jobs.job(id).result().message()).contains(thrown.toString());
        }
    }

    @Test
    void the_time_it_took_is_told_and_is_never_negative() {
        for (Duration time : List.of(Duration.ofMillis(41), Duration.ofSeconds(-5))) {
            Path file = library.film(time + ".mkv", 1);
            String id = jobs.submit(Jobs.manual(file));

            jobs.step(jobs.runner(fixing((any, options) -> {
                library.clock.advance(time);
                return new Outcome.NoMatch(file, Explanation.NONE);
            })));

            assertThat(jobs.job(id).result().took()).isEqualTo(time.isNegative() ? Duration.ZERO : time);
        }
    }

    // stopping

    @Test
    void what_is_cancelled_before_it_began_is_not_begun() {
        WorkInHand work = inHand(Jobs.manual(library.wrong()));
        work.stop(WorkInHand.Stop.CANCELLED);

        assertThat(jobs.runner(noFix()).run(work)).isInstanceOf(Settlement.Cancelled.class);
    }

    @Test
    void a_copy_that_was_cancelled_is_cancelled_and_one_that_the_program_ended_goes_back() {
        for (WorkInHand.Stop why : List.of(WorkInHand.Stop.CANCELLED, WorkInHand.Stop.PROGRAM_STOPS)) {
            WorkInHand work = inHand(Jobs.manual(library.film(why + ".mkv", 2)));

            Settlement end = jobs.runner(fixing((file, options) -> {
                        work.stop(why);
                        assertThat(options.progress().isCancelled()).isTrue();
                        return failed(file, Remedy.RETRY_LATER, "it was cancelled");
                    }))
                    .run(work);

            assertThat(end)
                    .isInstanceOf(
                            why == WorkInHand.Stop.CANCELLED ? Settlement.Cancelled.class : Settlement.GiveBack.class);
        }
    }

    @Test
    void what_was_done_although_it_was_to_stop_is_told_as_done() {
        WorkInHand work = inHand(Jobs.manual(library.wrong()));
        FixDefaultAudio service = library.service();

        Settlement end = jobs.runner(fixing((file, options) -> {
                    Outcome outcome = service.fix(file, options);
                    work.stop(WorkInHand.Stop.CANCELLED);
                    return outcome;
                }))
                .run(work);

        assertThat(end).isInstanceOfSatisfying(Settlement.Finished.class, finished -> {
            assertThat(finished.result().kind()).isEqualTo(ResultKind.CHANGED);
        });
    }

    // helpers

    private FixOptions asked() {
        FixOptions[] asked = new FixOptions[1];
        jobs.step(jobs.runner(fixing((file, options) -> {
            asked[0] = options;
            return new Outcome.NoMatch(file, Explanation.NONE);
        })));
        return asked[0];
    }

    private Settlement.WaitFor waits(JobRunner runner) {
        return jobs.step(runner) instanceof Settlement.WaitFor waits ? waits : fail("it does not wait");
    }

    /** Looks at the job whenever it is due, until it has ended. */
    private void waitOut(JobRunner runner, String id) {
        int looks = 0;
        while (!jobs.state(id).isEnd()) {
            library.clock.set(jobs.job(id).times().due());
            jobs.step(runner);
            assertThat(++looks).isLessThan(100);
        }
        assertThat(library.clock.instant()).isEqualTo(Library.NOW.plus(Jobs.WAIT));
    }

    private WorkInHand inHand(JobRequest request) {
        jobs.submit(request);
        return new WorkInHand(jobs.claimed(), library.clock);
    }

    private static JobRequest found(Path file, JobSource source) {
        return JobRequest.of(JobFile.at(file), source, JobPriority.NORMAL);
    }

    /** The id of a new batch with these files. */
    private String append(JobRequest... found) {
        Instant now = library.clock.instant();
        BatchRequest request = BatchRequest.of(library.disk.root().resolve(String.valueOf(++batches)));
        String id = jobs.stores
                .batches()
                .start(request, now)
                .fold(started -> started.batch().id(), running -> fail("it runs"));
        jobs.stores.batches().append(id, List.of(found), Long.MAX_VALUE, now);
        return id;
    }

    private int batches;

    private static Outcome failed(Path file, Remedy remedy, String problem) {
        return new Outcome.Failed(file, remedy, problem, Explanation.NONE);
    }

    private static FixDefaultAudio answering(Outcome outcome) {
        return fixing((file, options) -> outcome);
    }

    private static FixDefaultAudio noFix() {
        return fixing((file, options) -> fail(file + " is to be fixed"));
    }

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

    private static Outcome sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
