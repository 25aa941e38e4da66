package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.Job;
import io.arrtheaudio.domain.job.JobFile;
import io.arrtheaudio.domain.job.JobPriority;
import io.arrtheaudio.domain.job.JobQuery;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.AtOnce;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import io.arrtheaudio.port.out.ClaimRule;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrServiceTest {

    private static final TitleHint SHOW = ArrApp.SONARR.title("1899", 2022, 90669, 405021, "tt9319668");
    private static final OriginalLanguage GERMAN = ArrApp.SONARR.languageNamed("German");

    private final WorkDesk desk = new WorkDesk();
    private final Path library = desk.disk.root();
    private PathMappings mappings = new PathMappings(List.of(
            new PathMapping("/tv", library.resolve("tv")), new PathMapping("D:\\Films", library.resolve("films"))));
    private UnaryOperator<MediaFiles> disk = files -> files;
    private Duration forAFile = Duration.ofMinutes(1);
    private Optional<ArrService> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(ArrService::close);
        desk.close();
    }

    // import

    @Test
    void an_imported_file_becomes_an_urgent_job_that_knows_its_title() {
        ArrAnswer.Accepted answer = accepted(imported(file("/tv/1899/s1e1.mkv")));

        assertThat(answer.webhook().call())
                .isEqualTo(new WebhookCall(JobSource.SONARR, "Sonarr 4K", "Download", desk.clock.instant()));
        Job job = jobs(answer).get(0);
        assertThat(job.file().path()).isEqualTo(library.resolve("tv/1899/s1e1.mkv"));
        assertThat(job.file().received()).isEqualTo("/tv/1899/s1e1.mkv");
        assertThat(job.request().priority()).isEqualTo(JobPriority.HIGH);
        assertThat(job.request().source()).isEqualTo(JobSource.SONARR);
        assertThat(job.request().title()).isEqualTo(SHOW);
        assertThat(job.request().original()).isEqualTo(GERMAN);
        assertThat(answer.moved() + answer.cancelled()).isZero();
    }

    @Test
    void what_is_told_of_the_title_is_kept_with_its_ids_and_its_folder_here() {
        accepted(imported(file("/tv/1899/s1e1.mkv")));

        assertThat(desk.stores.told().all())
                .containsExactly(new ToldTitle(
                        Set.of(
                                "tmdb series 90669",
                                "tvdb 405021",
                                "imdb tt9319668",
                                ToldTitle.keyOf(library.resolve("tv/1899"))),
                        GERMAN,
                        desk.clock.instant()));
    }

    @Test
    void a_folder_of_many_titles_is_never_that_of_one() {
        desk.libraries = List.of(library.resolve("tv/anime/new"));
        for (String shared : List.of("/tv", "/tv/", "D:\\Films", "/tv/anime", "/tv/anime/new", "/elsewhere/Show", "")) {
            tell(imported(shared, OriginalLanguage.UNKNOWN, file("/tv/a.mkv")));
            tell(imported(shared, GERMAN, file("/tv/a.mkv")));
        }

        assertThat(desk.stores.told().all())
                .singleElement()
                .satisfies(title -> assertThat(title.keys()).hasSize(3).noneMatch(key -> key.startsWith("folder")));
    }

    @Test
    void a_renaming_takes_what_was_told_to_the_new_folder_even_if_it_tells_no_language() {
        accepted(imported(file("/tv/1899/s1e1.mkv")));

        accepted(new ArrEvent.Renamed(
                ArrApp.SONARR,
                List.of(move("/tv/1899/s1e1.mkv", "/tv/1899 (2022)/s1e1.mkv")),
                SHOW,
                "/tv/1899 (2022)",
                OriginalLanguage.UNKNOWN));

        assertThat(desk.stores.told().find(List.of(ToldTitle.keyOf(library.resolve("tv/1899 (2022)")))))
                .map(ToldTitle::language)
                .contains(GERMAN);
    }

    @Test
    void a_season_pack_is_one_webhook_with_a_job_for_each_file() {
        ArrAnswer.Accepted answer = accepted(imported(file("/tv/a/1.mkv"), file("/tv/a/2.mp4"), file("/tv/a/3.mkv")));

        assertThat(answer.webhook().jobs()).hasSize(3);
    }

    @Test
    void the_same_import_told_twice_at_once_is_one_job_a_file() {
        ArrCall call = call("Download", imported(file("/tv/a/1.mkv"), file("/tv/a/2.mkv")));
        ArrService service = service();

        AtOnce.call(8, i -> service.tell(call));

        assertThat(everything()).hasSize(2);
    }

    @Test
    void paths_of_windows_are_found_by_their_mapping() {
        ArrAnswer.Accepted answer = accepted(imported(file("D:\\Films\\Dune (2021)\\dune.mkv")));

        assertThat(jobs(answer).get(0).file().path()).isEqualTo(library.resolve("films/Dune (2021)/dune.mkv"));
    }

    @Test
    void a_path_that_maps_nowhere_is_accepted_with_what_was_tried() {
        ArrAnswer.Accepted answer = accepted(imported(file("/anime/a.mkv")));

        JobFile file = jobs(answer).get(0).file();
        assertThat(file.isMapped()).isFalse();
        assertThat(file.received()).isEqualTo("/anime/a.mkv");
        assertThat(file.tried()).contains("/tv -> ");
    }

    @Test
    void a_full_queue_refuses_no_webhook() {
        ArrService full = new ArrService(desk.jobs(0), () -> mappings, () -> desk.libraries, desk.disk, desk.clock);
        opened = Optional.of(full);

        full.tell(call("Download", imported(file("/tv/a.mkv"))));

        assertThat(everything()).hasSize(1);
    }

    @Test
    void what_cannot_be_stored_is_not_accepted() {
        ArrService broken = new ArrService(
                new JobService(desk.storeThatCannot("receive"), desk.bulletin, desk.work, 10, desk.clock),
                () -> mappings,
                () -> desk.libraries,
                desk.disk,
                desk.clock);
        opened = Optional.of(broken);

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> broken.tell(call("Download", imported(file("/tv/a.mkv")))))
                .returns(Remedy.RETRY_LATER, AudioFixException::remedy);
        assertThat(everything()).isEmpty();
    }

    @Test
    void files_that_are_no_media_make_no_job() {
        ArrAnswer.Accepted some = accepted(imported(file("/tv/a.avi"), file("/tv/b.mkv"), file("/tv/c.srt")));
        ArrAnswer none = tell(imported(file("/tv/a.avi"), file("/tv/c.srt")));

        assertThat(jobs(some)).extracting(job -> job.file().received()).containsExactly("/tv/b.mkv");
        assertThat(none)
                .isEqualTo(new ArrAnswer.Ignored("Download", "not named like Matroska or MP4: /tv/a.avi and 1 more"));
        assertThat(everything()).hasSize(1);
    }

    // which of several places

    @Test
    void of_several_places_the_first_that_maps_and_is_there_is_taken() {
        desk.disk.put("tv/right/a.mkv", (byte) 1);

        assertThat(chosen("/tv/wrong/a.mkv", "/tv/right/a.mkv")).isEqualTo("/tv/right/a.mkv");
        assertThat(chosen("/downloads/a.mkv", "/tv/right/a.mkv")).isEqualTo("/tv/right/a.mkv");
        desk.disk.put("tv/wrong/a.mkv", (byte) 1);
        assertThat(chosen("/tv/wrong/a.mkv", "/tv/right/a.mkv")).isEqualTo("/tv/wrong/a.mkv");
    }

    @Test
    void of_several_places_at_which_nothing_is_the_first_that_maps_is_taken() {
        desk.disk.folder("tv/b/a.mkv");

        assertThat(chosen("/downloads/a.mkv", "/tv/a/a.mkv", "/tv/b/a.mkv")).isEqualTo("/tv/a/a.mkv");
        assertThat(chosen("/downloads/a.mkv", "/elsewhere/a.mkv")).isEqualTo("/downloads/a.mkv");
    }

    @Test
    void of_one_place_in_two_spellings_no_disk_is_asked() {
        AtomicInteger looks = new AtomicInteger();
        disk = files -> new OtherDisk(files) {
            @Override
            public FileFacts stat(Path file) {
                looks.incrementAndGet();
                return super.stat(file);
            }
        };

        assertThat(chosen("/tv/a.mkv", "/tv//./a.mkv")).isEqualTo("/tv/a.mkv");
        assertThat(chosen("/downloads/a.mkv", "/tv/a.mkv")).isEqualTo("/tv/a.mkv");
        assertThat(looks).hasValue(0);
    }

    @Test
    void a_disk_that_hangs_holds_no_webhook_up() {
        forAFile = Duration.ofMillis(5);
        CountDownLatch mount = new CountDownLatch(1);
        disk = files -> new OtherDisk(files) {
            @Override
            public FileFacts stat(Path file) {
                Waiting.until(mount);
                return super.stat(file);
            }
        };
        for (int i = 0; i < 20; i++) {
            assertThat(chosen("/tv/a/" + i + ".mkv", "/tv/b/" + i + ".mkv")).isEqualTo("/tv/a/" + i + ".mkv");
        }
        mount.countDown();
    }

    // upgrade

    @Test
    void what_is_pending_for_files_that_an_upgrade_replaced_is_cancelled() {
        Job old = jobs(accepted(imported(file("/tv/a-720p.mkv")))).get(0);
        Job other = jobs(accepted(imported(file("/tv/b.mkv")))).get(0);

        ArrAnswer.Accepted answer = accepted(upgrade("/tv/a-1080p.mkv", "/tv/a-720p.mkv"));

        assertThat(answer.cancelled()).isEqualTo(1);
        assertThat(now(old).state()).isEqualTo(JobState.CANCELLED);
        assertThat(now(old).note()).contains("Sonarr");
        assertThat(now(other).state()).isEqualTo(JobState.QUEUED);
        assertThat(jobs(answer).get(0).file().received()).isEqualTo("/tv/a-1080p.mkv");
    }

    @Test
    void an_upgrade_at_the_same_path_goes_on_in_the_job_that_is_pending() {
        Job old = jobs(accepted(imported(file("/tv/a.mkv")))).get(0);

        ArrAnswer.Accepted answer = accepted(upgrade("/tv/a.mkv", "/tv/a.mkv"));

        assertThat(answer.cancelled()).isZero();
        assertThat(answer.webhook().jobs()).containsExactly(old.id());
        assertThat(now(old).state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void an_upgrade_of_a_file_in_hand_is_looked_at_afterwards() {
        Job running = jobs(accepted(imported(file("/tv/a.mkv")))).get(0);
        desk.stores.queue().claim(ClaimRule.anything(desk.clock.instant().plusSeconds(60)), desk.clock.instant());

        ArrAnswer.Accepted answer = accepted(upgrade("/tv/a.mkv", "/tv/a.mkv"));

        assertThat(answer.webhook().jobs()).hasSize(1).doesNotContain(running.id());
        assertThat(now(running).state()).isEqualTo(JobState.RUNNING);
    }

    // rename

    @Test
    void a_renamed_file_takes_what_is_pending_along_and_is_queued() {
        Job old = jobs(accepted(imported(file("/tv/a.mkv")))).get(0);

        ArrAnswer.Accepted answer = accepted(renamed(move("/tv/a.mkv", "/tv/b.mkv"), move("/tv/c.mkv", "/tv/d.mkv")));

        assertThat(answer.moved()).isEqualTo(1);
        assertThat(now(old).file().received()).isEqualTo("/tv/b.mkv");
        assertThat(answer.webhook().jobs()).hasSize(2).contains(old.id());
        assertThat(everything())
                .extracting(job -> job.file().received())
                .containsExactlyInAnyOrder("/tv/b.mkv", "/tv/d.mkv");
    }

    @Test
    void two_files_that_change_names_are_queued_under_both() {
        accepted(imported(file("/tv/a.mkv"), file("/tv/b.mkv")));

        accepted(renamed(move("/tv/a.mkv", "/tv/b.mkv"), move("/tv/b.mkv", "/tv/a.mkv")));

        assertThat(everything())
                .filteredOn(job -> job.state() == JobState.QUEUED)
                .extracting(job -> job.file().received())
                .containsExactlyInAnyOrder("/tv/a.mkv", "/tv/b.mkv");
    }

    @Test
    void a_file_whose_old_name_is_not_told_is_queued_all_the_same() {
        ArrEvent.Move move = new ArrEvent.Move(List.of(), file("/tv/b.mkv"));

        assertThat(jobs(accepted(renamed(move)))).hasSize(1);
        assertThat(tell(renamed(move("/tv/a.srt", "/tv/b.srt"))))
                .isEqualTo(new ArrAnswer.Ignored("Download", "not named like Matroska or MP4: /tv/b.srt"));
    }

    // gone

    @Test
    void what_is_pending_for_deleted_files_is_cancelled() {
        Job job = jobs(accepted(imported(file("/tv/a.mkv")))).get(0);
        Job unmapped = jobs(accepted(imported(file("/anime/a.mkv")))).get(0);

        ArrAnswer answer = tell(new ArrEvent.Deleted(
                ArrApp.SONARR, List.of(file("/wrong/a.mkv", "/tv/a.mkv"), file("/anime/a.mkv"), file("/tv/z.mkv"))));

        assertThat(answer).isEqualTo(new ArrAnswer.Noted(2));
        assertThat(now(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(now(job).note()).isEqualTo("Sonarr told that the file was deleted");
        assertThat(now(unmapped).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_title_that_is_deleted_with_its_files_ends_what_is_pending_below_its_folder() {
        accepted(imported(file("/tv/Show/s1/a.mkv"), file("/tv/Show/b.mkv"), file("/tv/Show 2/c.mkv")));

        ArrAnswer answer = tell(new ArrEvent.FolderDeleted(ArrApp.SONARR, "/tv/Show", true));

        assertThat(answer).isEqualTo(new ArrAnswer.Noted(2));
        assertThat(everything())
                .filteredOn(job -> job.state() == JobState.QUEUED)
                .extracting(job -> job.file().received())
                .containsExactly("/tv/Show 2/c.mkv");
    }

    @Test
    void a_title_whose_files_stay_ends_nothing() {
        Job job = jobs(accepted(imported(file("/tv/Show/a.mkv")))).get(0);

        ArrAnswer answer = tell(new ArrEvent.FolderDeleted(ArrApp.SONARR, "/tv/Show", false));

        assertThat(answer).isEqualTo(new ArrAnswer.Ignored("Download", "the files stay where they are"));
        assertThat(now(job).state()).isEqualTo(JobState.QUEUED);
    }

    // test and the rest

    @Test
    void a_test_lists_the_mappings_and_which_of_their_folders_are_there() {
        desk.disk.folder("tv");
        desk.disk.put("films", (byte) 1);

        ArrAnswer answer = tell(new ArrEvent.Tested(ArrApp.SONARR));

        assertThat(answer)
                .isEqualTo(new ArrAnswer.Tested(List.of(
                        new ArrAnswer.Mapped("/tv", library.resolve("tv"), true),
                        new ArrAnswer.Mapped("D:\\Films", library.resolve("films"), false))));
        assertThat(everything()).isEmpty();
    }

    @Test
    void what_is_of_no_interest_is_ignored_in_the_apps_word() {
        assertThat(service().tell(call("Grab", new ArrEvent.Ignored(ArrApp.SONARR, "Grab", "nothing to do yet"))))
                .isEqualTo(new ArrAnswer.Ignored("Grab", "nothing to do yet"));
    }

    @Test
    void mappings_that_change_hold_from_the_next_call_on() {
        ArrService service = service();
        service.tell(call("Download", imported(file("/anime/a.mkv"))));

        mappings = new PathMappings(List.of(new PathMapping("/anime", library.resolve("anime"))));
        service.tell(call("Download", imported(file("/anime/b.mkv"))));

        assertThat(everything()).extracting(job -> job.file().isMapped()).containsExactly(true, false);
    }

    private ArrService service() {
        if (opened.isEmpty()) {
            opened = Optional.of(new ArrService(
                    desk.jobs(100), () -> mappings, () -> desk.libraries, disk.apply(desk.disk), desk.clock, forAFile));
        }
        return opened.get();
    }

    private ArrAnswer tell(ArrEvent event) {
        return service().tell(call("Download", event));
    }

    private static ArrCall call(String word, ArrEvent event) {
        return new ArrCall(JobSource.SONARR, "Sonarr 4K", word, event, "request-1");
    }

    private static ArrAnswer.Accepted accept(ArrAnswer answer) {
        if (answer instanceof ArrAnswer.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("it was " + answer);
    }

    private ArrAnswer.Accepted accepted(ArrEvent event) {
        return accept(tell(event));
    }

    private static ArrFile file(String... paths) {
        return new ArrFile(List.of(paths));
    }

    private static ArrEvent imported(ArrFile... files) {
        return new ArrEvent.Imported(ArrApp.SONARR, List.of(files), SHOW, "/tv/1899", GERMAN, false, List.of());
    }

    private static ArrEvent imported(String folder, OriginalLanguage original, ArrFile file) {
        return new ArrEvent.Imported(ArrApp.SONARR, List.of(file), SHOW, folder, original, false, List.of());
    }

    private static ArrEvent upgrade(String path, String replaced) {
        return new ArrEvent.Imported(
                ArrApp.SONARR, List.of(file(path)), SHOW, "/tv/1899", GERMAN, true, List.of(file(replaced)));
    }

    private static ArrEvent renamed(ArrEvent.Move... moves) {
        return new ArrEvent.Renamed(ArrApp.SONARR, List.of(moves), SHOW, "/tv/1899", GERMAN);
    }

    private static ArrEvent.Move move(String from, String to) {
        return new ArrEvent.Move(List.of(from), file(to));
    }

    private String chosen(String... places) {
        return jobs(accepted(imported(file(places)))).get(0).file().received();
    }

    private List<Job> jobs(ArrAnswer.Accepted answer) {
        Webhook webhook = answer.webhook();
        return webhook.jobs().stream()
                .map(id -> desk.stores.store().find(id).orElseThrow())
                .toList();
    }

    private Job now(Job job) {
        return desk.stores.store().find(job.id()).orElseThrow();
    }

    private List<Job> everything() {
        return desk.stores.store().list(JobQuery.NEWEST).jobs();
    }
}
