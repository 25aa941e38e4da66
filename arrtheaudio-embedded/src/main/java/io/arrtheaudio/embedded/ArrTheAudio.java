package io.arrtheaudio.embedded;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.out.EditJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole of it for a program that embeds it: chooses the right audio track of MKV and MP4 files and makes it the default
 * one, by the built-in engine, in place, with a way back.
 *
 * <pre>{@code
 * try (ArrTheAudio audio = ArrTheAudio.withJournalIn(folder).languages("jpn", "eng").open()) {
 *     Outcome outcome = audio.fix(film);
 *     System.out.println(outcome.word() + ": " + outcome.why());
 * }
 * }</pre>
 *
 * <p>It writes to the journal's folder and to the films that it is asked to fix, and nowhere else. It reads no settings and no
 * variable of the environment, sets up no logging (what it tells goes to SLF4J), ends no program, and has threads only while
 * {@link #scan} runs. Any number of them may be open in one program, and several programs may share one journal's folder on
 * a local disk; copies of these classes in several class loaders may not.
 *
 * <p>Thread-safe: the same film is worked on by one thread at a time.
 */
public final class ArrTheAudio implements FixDefaultAudio, FixLibrary, UndoEdits, AutoCloseable {

    private static final Duration SURELY_COPIED = Duration.ofSeconds(60);

    private final FixDefaultAudio files;
    private final FixLibrary libraries;
    private final UndoEdits undo;
    private final List<Recovered> recovered;
    private final Habits habits;
    private final Runnable whenDone;
    private final Door door = new Door();

    ArrTheAudio(
            FixDefaultAudio files,
            FixLibrary libraries,
            UndoEdits undo,
            List<Recovered> recovered,
            Habits habits,
            Runnable whenDone) {
        this.files = files;
        this.libraries = libraries;
        this.undo = undo;
        this.recovered = List.copyOf(recovered);
        this.habits = habits;
        this.whenDone = whenDone;
    }

    /** What holds where a call does not say. */
    record Habits(String name, int workers, Progress progress) {

        FixOptions within(Path... roots) {
            return FixOptions.within(roots).because(name).watchedBy(progress);
        }
    }

    /**
     * Begins to put one together. The bytes that a change replaces are kept in a folder, forced to disk before the film is
     * touched; without them nothing could be taken back, or settled when the program is killed in between.
     *
     * @param folder for nothing else, on a local disk, made if need be; nothing happens to it before it is opened. The same at every run
     */
    public static ArrTheAudioBuilder withJournalIn(Path folder) {
        return ArrTheAudioBuilder.withJournalIn(folder);
    }

    /**
     * The same with a journal of one's own, which needs to know which programs still run:
     * {@link io.arrtheaudio.adapter.files.journal.LockFiles} tells that.
     *
     * @param journal is not closed by this, and to be closed after it
     */
    public static ArrTheAudioBuilder with(EditJournal journal) {
        return ArrTheAudioBuilder.with(journal);
    }

    /** Changes that earlier runs were killed at, and what became of each when this was opened. */
    public List<Recovered> recovered() {
        return recovered;
    }

    /**
     * Looks into a film and chooses; never writes.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException if it cannot be read or is no media file
     */
    public Inspection inspect(Path film) {
        return inspect(film, habits.within(film));
    }

    /** Fixes a film. Whatever is wrong with it is told by the outcome; nothing is thrown for it. */
    public Outcome fix(Path film) {
        return fix(film, habits.within(film));
    }

    /**
     * Fixes a film of which the caller knows in which language it was made.
     *
     * @param original tried first; the list of languages comes after it
     */
    public Outcome fix(Path film, Language original) {
        return fix(film, habits.within(film).withOriginal(new OriginalLanguage(original, "told by " + habits.name())));
    }

    /** Fixes every film in a folder and all below it, watched by nobody. */
    public ScanSummary scan(Path folder) {
        return scan(folder, ScanObserver.UNWATCHED);
    }

    /**
     * Fixes every film in a folder and all below it, several at a time. Films that changed in the last minute are left alone,
     * for they may still be copied.
     *
     * @param observer is told of each film, and may end it
     */
    public ScanSummary scan(Path folder, ScanObserver observer) {
        FixOptions options = habits.within(folder).withMinAge(SURELY_COPIED);
        return scan(new ScanRequest(true, List.of(), List.of(), habits.workers(), options), observer);
    }

    /**
     * Gives a film back the bytes it had before its newest change.
     *
     * @return what became of that; empty if there is no change of this film to take back, or the builder's watcher cancelled
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the journal cannot be read
     */
    public Optional<UndoOutcome> undo(Path film) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        undo(UndoRequest.of(film), new Watching.Collecting(habits.progress(), outcomes));
        return outcomes.stream().findFirst();
    }

    @Override
    public Inspection inspect(Path file, FixOptions options) {
        return door.inside(() -> files.inspect(file, heeded(options)));
    }

    @Override
    public Outcome fix(Path file, FixOptions options) {
        return door.inside(() -> files.fix(file, heeded(options)));
    }

    @Override
    public ScanSummary scan(ScanRequest request, ScanObserver observer) {
        ScanRequest heeded = new ScanRequest(
                request.recursive(),
                request.include(),
                request.exclude(),
                request.workers(),
                heeded(request.options()));
        return door.inside(() -> libraries.scan(heeded, new Watching.OfMany(observer, door)));
    }

    @Override
    public Map<String, Long> undo(UndoRequest request, UndoObserver observer) {
        return door.inside(() -> undo.undo(request, new Watching.OfUndoing(observer, door)));
    }

    private FixOptions heeded(FixOptions options) {
        return options.watchedBy(new Watching.OfOne(options.progress(), door));
    }

    /**
     * Takes no call any more, cancels those under way, waits until they have ended (films in hand are finished), and lets go
     * of the journal. Closing twice does nothing.
     *
     * @throws IllegalStateException if it is called from within a call or by a watcher, and would wait for itself; cancel there
     */
    @Override
    public void close() {
        door.close(whenDone);
    }
}
