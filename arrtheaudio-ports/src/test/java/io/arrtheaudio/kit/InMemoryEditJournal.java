package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.journal.EntryState;
import io.arrtheaudio.domain.journal.JournalEntry;
import io.arrtheaudio.domain.journal.JournalQuery;
import io.arrtheaudio.domain.journal.PlannedChange;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.OldChanges;
import io.arrtheaudio.port.out.OwnerLocks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A journal in memory, which several runs may share. Strict: taking back an entry that the journal does not hold as done is
 * an {@link AssertionError}.
 *
 * <p>Thread-safe.
 */
public final class InMemoryEditJournal implements EditJournal, OldChanges {

    private final OwnerLocks locks;
    /** By id. What all runs share, and their lock. */
    private final NavigableMap<String, JournalEntry> entries;

    private final AtomicLong given;

    private final Queue<Runnable> beforeBegins = new ArrayDeque<>();
    private final Queue<Runnable> beforeEnds = new ArrayDeque<>();

    /** An empty journal of its own. */
    public InMemoryEditJournal(OwnerLocks locks) {
        this(locks, new TreeMap<>(Comparator.comparing(Long::valueOf)), new AtomicLong());
    }

    private InMemoryEditJournal(OwnerLocks locks, NavigableMap<String, JournalEntry> entries, AtomicLong given) {
        this.locks = locks;
        this.entries = entries;
        this.given = given;
    }

    /** The same journal as another run sees it. */
    public InMemoryEditJournal sharedWith(OwnerLocks otherRun) {
        return new InMemoryEditJournal(otherRun, entries, given);
    }

    /**
     * Arranges what happens at the start of the next {@link #begin} for which nothing is arranged yet: an exception fails
     * it, a latch holds it up, nothing lets it pass.
     */
    public InMemoryEditJournal atNextBegin(Runnable event) {
        synchronized (entries) {
            beforeBegins.add(event);
        }
        return this;
    }

    /** The same for {@link #end}. */
    public InMemoryEditJournal atNextEnd(Runnable event) {
        synchronized (entries) {
            beforeEnds.add(event);
        }
        return this;
    }

    @Override
    public JournalEntry begin(PlannedChange change) {
        next(beforeBegins).run();
        synchronized (entries) {
            openEntryOf(change.file()).ifPresent(open -> refuse(change, open));
            mustBeDone(change.undoes());
            String id = String.valueOf(given.incrementAndGet());
            JournalEntry entry = new JournalEntry(id, locks.mine(), change, EntryState.OPEN, change.file());
            entries.put(id, entry);
            return entry;
        }
    }

    @Override
    public void end(JournalEntry entry, EntryState how, FileIdentity after) {
        next(beforeEnds).run();
        JournalEntry ended = entry.ended(how, after);
        synchronized (entries) {
            boolean isMine = entry.owner().equals(locks.mine());
            if (!isMine || !entry.equals(entries.get(entry.id()))) {
                throw new IllegalStateException(
                        "entry " + entry.id() + " is not open, or does not belong to " + locks.mine());
            }
            entries.put(entry.id(), ended);
        }
    }

    @Override
    public List<JournalEntry> takeAbandoned() {
        synchronized (entries) {
            List<JournalEntry> taken = entries.values().stream()
                    .filter(entry -> entry.isOpen() && locks.isFree(entry.owner()))
                    .map(this::mine)
                    .toList();
            taken.forEach(entry -> entries.put(entry.id(), entry));
            return taken;
        }
    }

    @Override
    public Optional<JournalEntry> openEntryOf(FileIdentity file) {
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> entry.isOpen() && isSame(entry.change().file(), file))
                    .findFirst();
        }
    }

    @Override
    public List<JournalEntry> find(JournalQuery query) {
        synchronized (entries) {
            return new ArrayList<>(entries.descendingMap().values())
                    .stream().filter(query::fits).limit(query.atMost()).toList();
        }
    }

    @Override
    public long count(Instant before) {
        synchronized (entries) {
            return chains(before).mapToInt(List::size).sum();
        }
    }

    @Override
    public int forget(Instant before, int atMost) {
        synchronized (entries) {
            List<JournalEntry> old =
                    chains(before).limit(atMost).flatMap(List::stream).toList();
            old.forEach(entry -> entries.remove(entry.id()));
            return old.size();
        }
    }

    /** Changes that may go, each with all that hangs on it. */
    private Stream<List<JournalEntry>> chains(Instant before) {
        return List.copyOf(entries.values()).stream()
                .filter(entry -> !entry.isUndo())
                .map(this::chain)
                .filter(chain -> chain.stream()
                        .allMatch(entry ->
                                !entry.isOpen() && entry.change().at().isBefore(before) && !isLastOfItsFile(entry)));
    }

    private List<JournalEntry> chain(JournalEntry first) {
        return Stream.concat(
                        Stream.of(first),
                        entries.values().stream()
                                .filter(entry -> entry.change().undoes().equals(first.id()))
                                .flatMap(entry -> chain(entry).stream()))
                .toList();
    }

    private boolean isLastOfItsFile(JournalEntry undo) {
        FileIdentity file = undo.after();
        return undo.isUndo()
                && undo.state() == EntryState.DONE
                && entries.tailMap(undo.id(), false).values().stream()
                        .noneMatch(newer -> newer.state() == EntryState.DONE
                                && !newer.isUndo()
                                && newer.change().file().path().equals(file.path())
                                && newer.change().file().key().equals(file.key())
                                && newer.change().file().size() == file.size());
    }

    private Runnable next(Queue<Runnable> events) {
        synchronized (entries) {
            return events.isEmpty() ? () -> {} : events.remove();
        }
    }

    private static boolean isSame(FileIdentity one, FileIdentity other) {
        return one.key().equals(other.key())
                && (!one.key().isEmpty() || one.path().equals(other.path()));
    }

    private JournalEntry mine(JournalEntry entry) {
        return new JournalEntry(entry.id(), locks.mine(), entry.change(), entry.state(), entry.after());
    }

    private void mustBeDone(String undone) {
        if (!undone.isEmpty()
                && (!entries.containsKey(undone) || entries.get(undone).state() != EntryState.DONE)) {
            throw new AssertionError("entry " + undone + " is to be taken back, but it is not done");
        }
    }

    private static void refuse(PlannedChange change, JournalEntry open) {
        throw new AudioFixException(
                Remedy.RETRY_LATER,
                "cannot change " + change.file().path() + ": entry " + open.id() + " of it is open");
    }
}
