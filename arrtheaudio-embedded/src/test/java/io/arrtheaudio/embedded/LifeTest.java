package io.arrtheaudio.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From opening to closing, beside others. */
@Timeout(60)
class LifeTest {

    @TempDir
    private Path folder;

    @Test
    void no_thread_is_left_when_it_is_closed_and_none_is_there_while_nobody_scans() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Film.at(folder.resolve("library/film.mkv"));
        try (ArrTheAudio audio = open("journal")) {
            audio.scan(folder.resolve("library"), new ScanObserver() {});
            assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
        }
    }

    @Test
    void after_closing_every_call_is_refused_and_closing_again_does_nothing() {
        ArrTheAudio audio = open("journal");
        audio.close();
        audio.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> audio.fix(folder.resolve("film.mkv")))
                .withMessageContaining("close() was called");
    }

    @Test
    void closing_cancels_a_scan_and_waits_for_the_film_in_hand() throws Exception {
        for (int i = 0; i < 50; i++) {
            Film.at(folder.resolve("library/" + i + ".mkv"));
        }
        ArrTheAudio audio = open("journal");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        CompletableFuture<ScanSummary> scan =
                CompletableFuture.supplyAsync(() -> audio.scan(folder.resolve("library"), new ScanObserver() {
                    @Override
                    public void done(Outcome outcome, Duration took) {
                        begun.countDown();
                        await(closing);
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                }));
        await(begun);
        // The common pool has but one thread on two cores since Java 25, and that one is in the scan.
        CompletableFuture<Void> close = CompletableFuture.runAsync(audio::close, work -> new Thread(work).start());
        while (isOpen(audio)) {
            Thread.onSpinWait();
        }
        assertThat(close).isNotDone();
        closing.countDown();
        close.get(30, TimeUnit.SECONDS);
        ScanSummary summary = scan.get(30, TimeUnit.SECONDS);
        assertThat(summary.cancelled()).isTrue();
        assertThat(summary.files()).isLessThan(50);
    }

    @Test
    void closing_from_within_a_call_is_refused() {
        Film.at(folder.resolve("library/film.mkv"));
        Door door = new Door();
        assertThatIllegalStateException()
                .isThrownBy(() -> door.inside(() -> {
                    door.close(() -> {});
                    return 0;
                }))
                .withMessageContaining("cancel");
        assertThat(door.inside(() -> "still open")).isEqualTo("still open");
    }

    @Test
    void a_watcher_that_closes_is_told_so_and_the_scan_goes_on() {
        Film.at(folder.resolve("library/film.mkv"));
        try (ArrTheAudio audio = open("journal")) {
            List<String> told = new ArrayList<>();
            ScanSummary summary = audio.scan(folder.resolve("library"), new ScanObserver() {
                @Override
                public void done(Outcome outcome, Duration took) {
                    assertThatIllegalStateException().isThrownBy(audio::close).satisfies(e -> told.add(e.getMessage()));
                }
            });
            assertThat(told).singleElement().asString().contains("cancel");
            assertThat(summary.count("changed")).isEqualTo(1);
        }
    }

    @Test
    void one_who_is_interrupted_is_told_to_come_again_and_stays_interrupted() {
        Path film = Film.at(folder.resolve("library/film.mkv"));
        byte[] before = Film.bytes(film);
        try (ArrTheAudio audio = open("journal")) {
            Thread.currentThread().interrupt();
            Outcome outcome = audio.fix(film);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.remedy()).isEqualTo(Remedy.RETRY_LATER));
        }
        assertThat(Film.bytes(film)).isEqualTo(before);
    }

    @Test
    void two_of_them_in_one_program_do_not_meet() {
        Path one = Film.at(folder.resolve("one/film.mkv"));
        Path two = Film.at(folder.resolve("two/film.mkv"));
        byte[] before = Film.bytes(one);
        ArrTheAudio first = open("first");
        try (ArrTheAudio second = ArrTheAudio.withJournalIn(folder.resolve("second"))
                .languages("deu")
                .open()) {
            assertThat(first.fix(one)).isInstanceOf(Outcome.Changed.class);
            assertThat(second.fix(two)).isInstanceOf(Outcome.Changed.class);
            assertThat(second.undo(one)).isEmpty();
            assertThat(first.undo(one)).isPresent();
            first.close();
            assertThat(second.fix(two)).isInstanceOf(Outcome.AlreadyCorrect.class);
        }
        assertThat(Film.bytes(one)).isEqualTo(before);
    }

    @Test
    void two_of_them_may_share_a_journal() {
        Path film = Film.at(folder.resolve("library/film.mkv"));
        try (ArrTheAudio first = open("journal");
                ArrTheAudio second = open("journal")) {
            assertThat(first.fix(film)).isInstanceOf(Outcome.Changed.class);
            assertThat(second.fix(film)).isInstanceOf(Outcome.AlreadyCorrect.class);
            assertThat(second.undo(film)).isPresent();
        }
    }

    @Test
    void a_name_that_the_locale_cannot_spell_is_told_with_what_to_do() throws Exception {
        Path film = Film.at(folder.resolve("library/film.mkv"));
        assertThat(OtherLocale.scan(film, folder.resolve("journal")))
                .contains("its name is no text in this system's encoding")
                .contains("LC_ALL=C.UTF-8");
    }

    private ArrTheAudio open(String journal) {
        return ArrTheAudio.withJournalIn(folder.resolve(journal))
                .languages("jpn")
                .workers(1)
                .open();
    }

    private boolean isOpen(ArrTheAudio audio) {
        try {
            audio.fix(folder.resolve("missing.mkv"));
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
