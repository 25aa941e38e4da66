package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

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
}
