package io.arrtheaudio.adapter.files.journal;

import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look through everything that is there, the newest first. Holds what it finds, the open entries, and one other entry
 * at a time. The open ones are read first: one that ends meanwhile is met again, as ended.
 *
 * <p>One thread at a time.
 */
final class EntrySearch {

    private static final Logger LOG = LoggerFactory.getLogger(EntrySearch.class);

    private final JournalFolder folder;
    private final JournalQuery query;
    private final List<JournalEntry> found = new ArrayList<>();
    private final NavigableMap<Long, JournalEntry> open = new TreeMap<>();

    private EntrySearch(JournalFolder folder, JournalQuery query) {
        this.folder = folder;
        this.query = query;
    }

    /** The entries that fit; a damaged one is told and passed over. */
    static List<JournalEntry> find(JournalFolder folder, JournalQuery query) throws IOException {
        EntrySearch search = new EntrySearch(folder, query);
        search.readOpenOnes();
        for (Path block : folder.blocks()) {
            for (Path file : folder.endedFiles(block)) {
                if (search.isFull()) {
                    return search.found;
                }
                search.meet(file);
            }
        }
        search.takeOpenOnesAbove(0);
        return search.found;
    }

    /** The entry in a file; one that is damaged is told, and as good as none. */
    static Optional<JournalEntry> readIfWhole(Path file) throws IOException {
        try {
            return JournalFolder.read(file);
        } catch (JournalFolder.DamagedEntry e) {
            LOG.error("a change of some file is recorded in {} and cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private void readOpenOnes() throws IOException {
        for (Path file : folder.openFiles()) {
            readIfWhole(file).ifPresent(entry -> open.put(JournalFolder.numberOf(entry.id()), entry));
        }
    }

    private void meet(Path ended) throws IOException {
        long number = JournalFolder.numberOf(ended.getFileName().toString());
        takeOpenOnesAbove(number);
        open.remove(number);
        readIfWhole(ended).ifPresent(this::take);
    }

    private void takeOpenOnesAbove(long number) {
        while (!open.isEmpty() && open.lastKey() > number) {
            take(open.pollLastEntry().getValue());
        }
    }

    private void take(JournalEntry entry) {
        if (!isFull() && query.fits(entry)) {
            found.add(entry);
        }
    }

    private boolean isFull() {
        return found.size() >= query.atMost();
    }
}
