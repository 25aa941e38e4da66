package io.arrtheaudio.examples.watchafolder;

import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.embedded.ArrTheAudio;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps a library right by looking through it again and again: {@code WatchAFolder JOURNAL FOLDER}. That works on every disk,
 * where {@link java.nio.file.WatchService} hears nothing of what others do on a network share; and what is right already costs
 * one look at its header. Films that changed in the last minute are left for the next round, as they may still be copied.
 */
public final class WatchAFolder implements AutoCloseable {

    private final ArrTheAudio audio;
    private final Path folder;
    private final Consumer<String> screen;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    /** Owns what it is given, and waits for {@link #start}. */
    WatchAFolder(ArrTheAudio audio, Path folder, Consumer<String> screen) {
        this.audio = audio;
        this.folder = folder;
        this.screen = screen;
    }

    /** Goes on until the program is told to end. */
    public static void main(String[] args) {
        ArrTheAudio audio = ArrTheAudio.withJournalIn(Path.of(args[0]))
                .languages("jpn", "eng")
                .open();
        WatchAFolder watch = new WatchAFolder(audio, Path.of(args[1]), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(watch::close));
        watch.start(Duration.ofMinutes(1));
    }

    /** Begins to look, in a thread of its own. */
    void start(Duration pause) {
        rounds.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            ScanSummary summary = audio.scan(folder, new Progress());
            screen.accept("looked at " + summary.files() + " films, changed " + summary.count("changed"));
        } catch (RuntimeException e) { // which would be the last round otherwise
            screen.accept("this round failed: " + e.getMessage());
        }
    }

    /** Tells of what was changed and of what failed; of the many that are right there is nothing to say. */
    private final class Progress implements ScanObserver {

        @Override
        public void done(Outcome outcome, Duration took) {
            if (outcome instanceof Outcome.Changed || outcome instanceof Outcome.Failed) {
                screen.accept(outcome.word() + " " + outcome.file() + ": " + outcome.why());
            }
        }

        @Override
        public void passedOver(Path path, String why) {
            screen.accept("passed over " + path + ": " + why);
        }
    }

    /** Ends a round that is under way; the films in hand are finished first. */
    @Override
    public void close() {
        rounds.shutdown();
        audio.close();
    }
}
