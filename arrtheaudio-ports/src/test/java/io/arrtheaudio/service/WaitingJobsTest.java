package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.SkipReason;
import io.arrtheaudio.domain.failure.Obstacle;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobResult;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.ResultKind;
import io.arrtheaudio.domain.job.Settlement;
import io.arrtheaudio.domain.job.WaitReason;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingJobsTest extends JobsInTurn {

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

    @ParameterizedTest
    @ValueSource(strings = {"/tv/../etc/a.mkv", "tv/a.mkv", "../a.mkv", "C:\\TV\\..\\a.mkv", "a.mkv"})
    void a_path_that_no_mapping_can_help_fails_at_once_and_says_why(String received) {
        String id = jobs.receive(jobs.imported(received));

        jobs.step(jobs.runner(noFix()));

        JobResult result = jobs.job(id).result();
        assertThat(jobs.state(id)).isEqualTo(JobState.FAILED);
        assertThat(result.remedy()).contains(Remedy.FIX_SETTINGS);
        assertThat(result.message())
                .startsWith("cannot fix '" + received + "': ")
                .contains("never taken");
    }

    @Test
    void while_no_library_is_named_what_an_app_told_waits_for_one() {
        library.wrong();
        jobs.roots = List.of();
        JobRunner runner = jobs.runner(library.service());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        Settlement.WaitFor waits = waits(runner);

        assertThat(waits.reason()).isEqualTo(WaitReason.UNMAPPED);
        assertThat(waits.because()).contains("no library is named", "libraries");
        jobs.roots = List.of(library.disk.root());
        library.clock.advance(Jobs.FIRST_LOOK);
        jobs.step(runner);
        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
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

    // what is still written

    @Test
    void a_film_that_is_not_all_there_is_waited_for_until_it_is() {
        Path file = fresh(library.wrong());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        Settlement.WaitFor waits = waits(jobs.runner(answering(unfinished(file, Remedy.FIX_FILE))));
        assertThat(waits.reason()).isEqualTo(WaitReason.UNFINISHED_FILE);
        assertThat(waits.because()).startsWith("it ends too early").contains("until it grows no more");
        library.clock.advance(Jobs.FIRST_LOOK);
        jobs.step(jobs.runner(library.service()));

        assertThat(jobs.job(id).result().kind()).isEqualTo(ResultKind.CHANGED);
        assertThat(jobs.job(id).tries().failed()).isZero();
    }

    @Test
    void a_film_that_changes_while_it_is_looked_at_is_waited_for_and_counts_as_no_try() {
        Path file = fresh(library.wrong());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        for (int look = 0; look < 5; look++) {
            fresh(file);
            assertThat(waits(jobs.runner(answering(unfinished(file, Remedy.RETRY_LATER))))
                            .reason())
                    .isEqualTo(WaitReason.UNFINISHED_FILE);
            library.clock.set(jobs.job(id).times().due());
        }

        assertThat(jobs.job(id).tries().failed()).isZero();
    }

    @Test
    void a_film_that_grows_no_more_fails_with_what_is_wrong() {
        Path file = fresh(library.wrong());
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));
        JobRunner runner = jobs.runner(answering(unfinished(file, Remedy.FIX_FILE)));

        while (!jobs.state(id).isEnd()) {
            library.clock.set(jobs.job(id).times().due());
            jobs.step(runner);
        }

        assertThat(jobs.job(id).result().message()).isEqualTo("it ends too early");
        assertThat(jobs.job(id).result().remedy()).contains(Remedy.FIX_FILE);
        assertThat(Duration.between(Library.NOW, library.clock.instant()))
                .isBetween(JobVerdict.STILL, JobVerdict.STILL.multipliedBy(2));
    }

    @Test
    void a_film_that_grows_for_ever_fails_when_patience_is_over() {
        Path file = library.wrong();
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        waitOut(
                jobs.runner(Jobs.fixing((path, options) -> {
                    fresh(file);
                    return unfinished(file, Remedy.FIX_FILE);
                })),
                id);

        assertThat(jobs.job(id).result().message()).isEqualTo("it ends too early");
    }

    @Test
    void an_empty_file_that_was_made_just_now_is_no_film_yet_but_one_of_another_kind_stays_one() {
        Path film = fresh(library.disk.put("film.mkv", new byte[0]));
        Path text = fresh(library.disk.put("film.txt", new byte[0]));
        String id = jobs.receive(jobs.imported("/tv/film.mkv"));

        assertThat(waits(jobs.runner(answering(strange(film)))).reason()).isEqualTo(WaitReason.UNFINISHED_FILE);
        library.clock.advance(JobVerdict.STILL);
        jobs.step(jobs.runner(answering(strange(film))));
        assertThat(jobs.job(id).result().words()).isEqualTo("skipped: unsupported_container");
        fresh(text);
        jobs.receive(jobs.imported("/tv/film.txt"));
        assertThat(jobs.step(jobs.runner(answering(strange(text))))).isInstanceOf(Settlement.Finished.class);
    }

    @Test
    void persons_batches_and_dry_runs_do_not_wait_for_the_rest_of_a_film() {
        Path file = fresh(library.wrong());
        JobRunner runner = jobs.runner(answering(unfinished(file, Remedy.FIX_FILE)));

        jobs.submit(Jobs.manual(file));
        assertThat(jobs.step(runner)).isInstanceOf(Settlement.Finished.class);
        append(found(file, JobSource.BATCH));
        assertThat(jobs.step(runner)).isInstanceOf(Settlement.Finished.class);
        jobs.receive(jobs.imported("/tv/film.mkv").asDryRun());
        assertThat(jobs.step(runner)).isInstanceOf(Settlement.Finished.class);
    }

    private Path fresh(Path file) {
        library.disk.touch(file, library.clock.instant());
        return file;
    }

    private static Outcome unfinished(Path file, Remedy remedy) {
        return new Outcome.Failed(file, remedy, Obstacle.UNFINISHED, "it ends too early", Explanation.NONE);
    }

    private static Outcome strange(Path file) {
        return new Outcome.Skipped(file, SkipReason.UNSUPPORTED_CONTAINER, "it is an empty file", Explanation.NONE);
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
}
