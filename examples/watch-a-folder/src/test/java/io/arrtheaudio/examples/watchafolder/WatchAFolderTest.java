package io.arrtheaudio.examples.watchafolder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.embedded.ArrTheAudio;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.TinyMatroska;
import io.arrtheaudio.kit.Tracks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchAFolderTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final StoppedClock clock = new StoppedClock(NOON);

    @TempDir
    private Path folder;

    private Path library;
    private WatchAFolder watch;

    @BeforeEach
    void open() throws IOException {
        library = Files.createDirectories(folder.resolve("library"));
        ArrTheAudio audio = ArrTheAudio.withJournalIn(folder.resolve("journal"))
                .languages("jpn")
                .clock(clock)
                .open();
        watch = new WatchAFolder(audio, library, screen::add);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void what_is_there_is_made_right_and_so_is_what_comes_later_once_it_is_surely_copied() throws Exception {
        Path film = film("film.mkv", NOON.minusSeconds(3600));
        watch.start(Duration.ofMillis(1));
        expect("changed " + film);

        Path copied = film("copied.mkv", NOON.minusSeconds(59));
        expect("looked at 2 films, changed 0");
        assertThat(Files.readAllBytes(copied)).isEqualTo(withDefault(1));

        clock.advance(Duration.ofSeconds(2));
        expect("changed " + copied);
        assertThat(Files.readAllBytes(film)).isEqualTo(withDefault(2));
        assertThat(Files.readAllBytes(copied)).isEqualTo(withDefault(2));
    }

    @Test
    void a_library_that_is_away_for_a_while_is_told_and_looked_for_again() throws Exception {
        Path away = folder.resolve("away");
        Files.move(library, away);
        watch.start(Duration.ofMillis(1));
        expect("passed over " + library);

        film(away.resolve("film.mkv"), NOON.minusSeconds(3600));
        Files.move(away, library);
        expect("changed " + library.resolve("film.mkv"));
    }

    @Test
    void closing_ends_a_round_that_is_under_way_and_every_thread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < 50; i++) {
            film(i + ".mkv", NOON.minusSeconds(3600));
        }
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ArrTheAudio audio = ArrTheAudio.withJournalIn(folder.resolve("journal"))
                .languages("jpn")
                .clock(clock)
                .open();
        WatchAFolder slow = new WatchAFolder(audio, library, line -> {
            screen.add(line);
            begun.countDown();
            await(goOn);
        });
        slow.start(Duration.ofMillis(1));
        await(begun);
        Thread closing = new Thread(slow::close);
        closing.start();
        while (isOpen(audio)) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();

        assertThat(screen).filteredOn(line -> line.startsWith("changed ")).hasSizeLessThan(50);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private Path film(String name, Instant modified) throws IOException {
        return film(library.resolve(name), modified);
    }

    private static Path film(Path place, Instant modified) throws IOException {
        Path hidden = Files.write(place.resolveSibling(place.getFileName() + ".part"), withDefault(1));
        Files.setLastModifiedTime(hidden, FileTime.from(modified));
        return Files.move(hidden, place);
    }

    private static byte[] withDefault(int track) {
        return TinyMatroska.with(Tracks.three(track)).toBytes();
    }

    /** Waits for a line that begins so, and passes over what comes before it. */
    private void expect(String beginning) throws InterruptedException {
        String line;
        do {
            line = screen.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("a line that begins with " + beginning).isNotNull();
        } while (!line.startsWith(beginning));
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
