package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.kit.Tracks;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import io.arrtheaudio.port.out.InspectedFile;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What happens from the first write on. */
class CarryOutTest {

    private final Library library = new Library();
    private final Path file = library.wrong();
    private final byte[] before = library.disk.content(file);

    @Test
    void a_write_that_fails_is_told_with_its_remedy_and_the_file_is_as_it_was() {
        library.writer.atNextWrite(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the disk is full");
        });

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.RETRY_LATER, "the disk is full");
        assertThat(outcome.explanation().tracks()).hasSize(3);
        isAsItWas();
    }

    @Test
    void a_change_that_did_not_help_is_put_back() {
        putsBack(found -> new InspectedFile.Media(withDefault(found, 2)), "still wants audio 1");
    }

    @Test
    void a_change_after_which_no_track_is_wanted_is_put_back() {
        putsBack(
                found ->
                        new InspectedFile.Media(new MediaFile(file, media(found).container(), List.of())),
                "no track matches");
    }

    @Test
    void a_change_after_which_another_track_is_the_default_is_put_back() {
        putsBack(
                found -> new InspectedFile.Media(new MediaFile(
                        file,
                        media(found).container(),
                        List.of(
                                Tracks.track(1, "jpn", "", "aac", 2),
                                Tracks.track(2, "eng", "", "aac", 2, TrackFlag.DEFAULT)))),
                "audio 2 is the default");
    }

    @Test
    void a_change_after_which_the_file_is_something_else_is_put_back() {
        putsBack(found -> new InspectedFile.Other("a file of some other kind"), "some other kind");
    }

    @Test
    void a_file_that_cannot_be_read_after_the_change_is_put_back() {
        putsBack(
                found -> {
                    throw Library.failure(Remedy.FIX_FILE, "its header is damaged");
                },
                "header is damaged");
    }

    @Test
    void an_engine_that_breaks_after_the_change_is_no_reason_to_leave_it() {
        putsBack(
                found -> {
                    throw new IllegalStateException("a bug");
                },
                "a bug");
    }

    @Test
    void bytes_that_cannot_be_put_back_are_told_honestly() {
        library.afterChange(found -> new InspectedFile.Other("a mess"));
        library.writer.atNextWrite(() -> {}).atNextWrite(() -> {
            throw Library.failure(Remedy.RETRY_LATER, "the disk failed");
        });

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.REPORT_BUG, "could not be put back (the disk failed");
        assertThat(((Outcome.Failed) outcome).problem())
                .contains("journal entry 1 holds the old ones of byte")
                .doesNotContain("Patch[");
        assertThat(library.disk.content(file)).isNotEqualTo(before);
    }

    @Test
    void bytes_that_another_program_wrote_over_the_change_are_left_alone() {
        library.afterChange(found -> {
            library.disk.put(file.toString(), before); // as if it had taken the change back
            return new InspectedFile.Media(withDefault(found, 2));
        });

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.RETRY_LATER, "another program wrote to it at the same time");
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.writer.written()).hasSize(1);
        assertThat(library.journal.takeAbandoned()).isEmpty();
    }

    @Test
    void the_time_is_touched_or_preserved_as_the_settings_say() {
        library.fix(file);
        assertThat(library.disk.modified(file)).isEqualTo(Library.NOW);

        preserve();
        Path other = library.film("other.mkv", 2);
        library.fix(other);
        assertThat(library.disk.modified(other)).isEqualTo(Library.LONG_AGO);
        assertThat(library.defaultOf(other)).isEqualTo(1);
    }

    @Test
    void a_time_that_cannot_be_preserved_does_not_deny_the_change() {
        preserve();
        FixService service = library.serviceOn(new TimelessFiles(library.disk));

        Outcome outcome = service.fix(file, library.options());

        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        assertThat(outcome.explanation().warnings()).singleElement().asString().contains("no such right");
    }

    @Test
    void a_time_that_cannot_be_set_back_is_told_honestly() {
        library.afterChange(found -> new InspectedFile.Other("a mess"));
        FixService service = library.serviceOn(new TimelessFiles(library.disk));

        isFailed(service.fix(file, library.options()), Remedy.REPORT_BUG, "its modification time was not");
        assertThat(library.disk.content(file)).isEqualTo(before);
    }

    @Test
    void an_interrupt_during_the_write_does_not_keep_the_change_from_being_verified() {
        library.writer.atNextWrite(() -> Thread.currentThread().interrupt());

        try {
            assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(library.defaultOf(file)).isEqualTo(1);
    }

    @Test
    void an_interrupt_during_the_verification_is_kept_for_later() {
        boolean[] isFirst = {true};
        library.afterChange(found -> {
            if (isFirst[0]) {
                isFirst[0] = false;
                Thread.currentThread().interrupt();
                throw Library.failure(Remedy.RETRY_LATER, "the channel was closed by an interrupt");
            }
            return found;
        });

        try {
            assertThat(library.fix(file)).isInstanceOf(Outcome.Changed.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void an_interrupt_before_the_first_write_leaves_the_file_as_it_was() {
        Thread.currentThread().interrupt();
        try {
            isFailed(library.fix(file), Remedy.RETRY_LATER, "interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        isAsItWas();
    }

    @Test
    void two_threads_work_on_the_same_file_one_after_the_other_whatever_they_call_it() throws Exception {
        Path link = library.disk.symlink("link.mkv", file);
        CountDownLatch isWriting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        library.writer.atNextWrite(() -> {
            isWriting.countDown();
            Waiting.until(goOn);
        });
        FixService service = library.service();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Outcome> first = threads.submit(() -> service.fix(file, library.options()));
            Waiting.until(isWriting);
            Thread[] waiting = new Thread[1];
            CountDownLatch isStarted = new CountDownLatch(1);
            Future<Outcome> second = threads.submit(() -> {
                waiting[0] = Thread.currentThread();
                isStarted.countDown();
                return service.fix(link, library.options());
            });
            Waiting.until(isStarted);
            Waiting.until(() -> waiting[0].getState() == Thread.State.WAITING);
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Changed.class);
            assertThat(second.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.AlreadyCorrect.class);
        } finally {
            threads.shutdownNow();
        }
        assertThat(library.writer.written()).hasSize(1);
    }

    private void putsBack(UnaryOperator<InspectedFile> answer, String because) {
        library.afterChange(answer);

        Outcome outcome = library.fix(file);

        isFailed(outcome, Remedy.REPORT_BUG, because);
        isFailed(outcome, Remedy.REPORT_BUG, "its bytes were put back");
        assertThat(library.writer.written()).hasSize(2);
        isAsItWas();
    }

    private void isAsItWas() {
        assertThat(library.disk.content(file)).isEqualTo(before);
        assertThat(library.disk.modified(file)).isEqualTo(Library.LONG_AGO);
    }

    private static void isFailed(Outcome outcome, Remedy remedy, String problem) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.remedy()).isEqualTo(remedy);
            assertThat(failed.problem()).contains(problem);
        });
    }

    private void preserve() {
        library.rules = library.rules.with(MtimeRule.PRESERVE);
    }

    private static MediaFile media(InspectedFile found) {
        return ((InspectedFile.Media) found).file();
    }

    private static MediaFile withDefault(InspectedFile found, int position) {
        MediaFile media = media(found);
        return new MediaFile(media.path(), media.container(), Tracks.onlyDefault(media.audio(), position));
    }

    /** A disk on which nobody may set times. */
    private record TimelessFiles(MediaFiles disk) implements MediaFiles {
        @Override
        public FileFacts stat(Path path) {
            return disk.stat(path);
        }

        @Override
        public void find(Path root, FindOptions options, Finder finder) {
            disk.find(root, options, finder);
        }

        @Override
        public void setModified(Path path, Instant modified) {
            throw Library.failure(Remedy.FIX_FILE, "no such right");
        }

        @Override
        public Optional<Path> findByKey(Path folder, String key) {
            return disk.findByKey(folder, key);
        }
    }
}
