package io.arrtheaudio.service;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The changes that this run of the program has not ended: those that somebody is at, and those that were cut off, as the disk
 * or the journal failed in the middle. Whoever works on files in one run shares one of these, and holds a file while at it.
 *
 * <p>Thread-safe.
 */
public final class OwnChanges {

    private final FileLocks files = new FileLocks();
    private final Map<String, JournalEntry> underWay = new ConcurrentHashMap<>();
    private final Map<String, CutOff> cutOff = new ConcurrentHashMap<>();

    /**
     * A change that was cut off.
     *
     * @param rounds for how many rounds of the timer it has been so
     * @param isInHand whether somebody tries to settle it
     */
    private record CutOff(JournalEntry entry, int rounds, boolean isInHand) {

        boolean isAbout(FileIdentity file) {
            FileIdentity changed = entry.change().file();
            return changed.path().equals(file.path())
                    || !changed.key().isEmpty() && changed.key().equals(file.key());
        }

        CutOff older() {
            return new CutOff(entry, rounds + 1, isInHand);
        }

        CutOff inHand(boolean now) {
            return new CutOff(entry, rounds, now);
        }

        /** At the first, second, fourth, eighth round and so on: what does not heal must not keep a disk awake. */
        boolean isDue() {
            return Integer.bitCount(rounds) == 1;
        }
    }

    /** Does something to a file while nobody else in this run does. */
    <T> T holding(FileIdentity file, Supplier<T> work) {
        return files.holding(file.key().isEmpty() ? file.path().toString() : file.key(), work);
    }

    /** Somebody is at it. */
    void isBegun(JournalEntry entry) {
        underWay.put(entry.id(), entry);
    }

    /** The journal knows how it ended. */
    void isEnded(JournalEntry entry) {
        underWay.remove(entry.id());
        cutOff.remove(entry.id());
    }

    /** Nobody is at this file any more; a change of it that has not ended was cut off. */
    void isLeft(FileIdentity file) {
        underWay.values().stream()
                .filter(entry -> entry.change().file().equals(file))
                .forEach(this::isCutOff);
    }

    /** Nobody is at it any more, and it has not ended. */
    void isCutOff(JournalEntry entry) {
        cutOff.put(entry.id(), new CutOff(entry, 0, false));
        underWay.remove(entry.id());
    }

    /** Whether the caller is the one to settle it; {@link #isEnded} or {@link #isUnsettled} is to follow. */
    synchronized boolean isTaken(JournalEntry entry) {
        CutOff left = cutOff.get(entry.id());
        if (left == null || left.isInHand()) {
            return false;
        }
        cutOff.put(entry.id(), left.inHand(true));
        return true;
    }

    /** Settling it did not work; it is tried again when its file is to be changed, and when its next round comes. */
    void isUnsettled(JournalEntry entry) {
        cutOff.computeIfPresent(entry.id(), (id, left) -> left.inHand(false));
    }

    /** Those of a file that were cut off. */
    List<JournalEntry> cutOffOf(FileIdentity file) {
        return cutOff.values().stream()
                .filter(left -> left.isAbout(file))
                .map(CutOff::entry)
                .toList();
    }

    /** All that were cut off. */
    List<JournalEntry> allCutOff() {
        return cutOff.values().stream().map(CutOff::entry).toList();
    }

    /** Another round of the timer: those whose turn it is. */
    List<JournalEntry> nextRound() {
        cutOff.replaceAll((id, left) -> left.older());
        return cutOff.values().stream().filter(CutOff::isDue).map(CutOff::entry).toList();
    }
}
