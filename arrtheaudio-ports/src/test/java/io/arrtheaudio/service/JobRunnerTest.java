package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRunnerTest extends JobsInTurn {

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
    void where_the_time_goes_is_told_under_the_name_of_the_request_that_asked() {
        String file = library.wrong().toString();
        String id = jobs.receive(jobs.imported("/tv/film.mkv").correlated("import-7"));

        jobs.step(jobs.runner(library.service()));

        assertThat(library.telemetry.spans())
                .containsExactly(
                        "begin job of " + id + " for import-7",
                        "begin inspect of " + file,
                        "end inspect of " + file,
                        "begin choose of " + file,
                        "end choose of " + file,
                        "begin write of " + file,
                        "end write of " + file,
                        "end job of " + id);
    }

    @Test
    void a_job_that_fails_is_told_with_the_reason() {
        Path file = library.wrong();
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        jobs.step(jobs.runner(answering(failed(file, Remedy.FIX_FILE, "it is damaged"))));

        assertThat(library.telemetry.spans())
                .containsExactly("begin job of " + id, "failed job of " + id + ": it is damaged", "end job of " + id);
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
        assertThat(asked().cause()).isEqualTo("job " + imported.id());

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

            jobs.step(jobs.runner(Jobs.fixing((file, options) -> sneak(thrown))));

            assertThat(jobs.job(id).result().remedy()).contains(Remedy.REPORT_BUG);
            assertThat(jobs.job(id).result().message()).contains(thrown.toString());
        }
    }

    @Test
    void the_time_it_took_is_told_and_is_never_negative() {
        for (Duration time : List.of(Duration.ofMillis(41), Duration.ofSeconds(-5))) {
            Path file = library.film(time + ".mkv", 1);
            String id = jobs.submit(Jobs.manual(file));

            jobs.step(jobs.runner(Jobs.fixing((any, options) -> {
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

            Settlement end = jobs.runner(Jobs.fixing((file, options) -> {
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
    void what_was_left_alone_since_the_program_stops_goes_back_and_is_no_failed_try() {
        WorkInHand work = inHand(Jobs.manual(library.wrong()));

        Settlement end = jobs.runner(Jobs.fixing((file, options) -> new Outcome.Failed(
                        file, Remedy.RETRY_LATER, Obstacle.STOPPING, "it was stopped", Explanation.NONE)))
                .run(work);

        assertThat(end).isInstanceOf(Settlement.GiveBack.class);
    }

    @Test
    void what_was_done_although_it_was_to_stop_is_told_as_done() {
        WorkInHand work = inHand(Jobs.manual(library.wrong()));
        FixDefaultAudio service = library.service();

        Settlement end = jobs.runner(Jobs.fixing((file, options) -> {
                    Outcome outcome = service.fix(file, options);
                    work.stop(WorkInHand.Stop.CANCELLED);
                    return outcome;
                }))
                .run(work);

        assertThat(end).isInstanceOfSatisfying(Settlement.Finished.class, finished -> {
            assertThat(finished.result().kind()).isEqualTo(ResultKind.CHANGED);
        });
    }
}
