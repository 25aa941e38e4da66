package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.in.UndoRequest.Extent;
import io.arrtheaudio.port.out.JournalView;
import io.arrtheaudio.port.out.MediaFiles;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the changes that a request means.
 *
 * <p>Thread-safe.
 */
final class UndoSelection {

    private final MediaFiles files;
    private final JournalView journal;
    private final History history;

    UndoSelection(MediaFiles files, JournalView journal, History history) {
        this.files = files;
        this.journal = journal;
        this.history = history;
    }

    /**
     * A change to take back.
     *
     * @param entry the change
     * @param file where to look for its file first
     */
    record Candidate(JournalEntry entry, Path file) {}

    /** The newest first. An entry that was named comes even if it cannot be taken back, so that this is told. */
    List<Candidate> of(UndoRequest request) {
        if (!request.entry().isEmpty()) {
            return history.entry(request.entry()).stream()
                    .map(UndoSelection::where)
                    .toList();
        }
        Stream<Candidate> candidates = request.files().isEmpty()
                ? journal.find(query(request)).stream().map(UndoSelection::where)
                : request.files().stream().flatMap(this::ofFile);
        Set<Path> seen = new HashSet<>();
        return candidates
                .filter(candidate -> isMeant(candidate.entry(), request))
                .filter(candidate -> request.extent() != Extent.NEWEST_OF_EACH_FILE || seen.add(candidate.file()))
                .limit(request.extent() == Extent.NEWEST ? 1 : Long.MAX_VALUE)
                .toList();
    }

    private static JournalQuery query(UndoRequest request) {
        return new JournalQuery("", Path.of(""), "", request.cause(), request.since(), Integer.MAX_VALUE);
    }

    /** A file that is gone by now is asked for by its path, so that its changes are told to be lost. */
    private Stream<Candidate> ofFile(Path named) {
        try {
            FileIdentity file = files.stat(named).identity();
            return journal.find(JournalQuery.ofFile(file.path(), file.key())).stream()
                    .map(entry -> new Candidate(entry, file.path()));
        } catch (AudioFixException e) {
            Path path = named.toAbsolutePath().normalize();
            return journal.find(JournalQuery.ofFile(path, "")).stream().map(entry -> new Candidate(entry, path));
        }
    }

    private static Candidate where(JournalEntry entry) {
        return new Candidate(entry, entry.after().path());
    }

    private boolean isMeant(JournalEntry entry, UndoRequest request) {
        return entry.state() == EntryState.DONE
                && !entry.isUndo()
                && (request.cause().isEmpty() || entry.change().cause().equals(request.cause()))
                && !entry.change().at().isBefore(request.since())
                && history.isInEffect(entry);
    }
}
