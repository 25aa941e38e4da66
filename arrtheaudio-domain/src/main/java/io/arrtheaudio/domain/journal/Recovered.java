package io.arrtheaudio.domain.journal;

import java.util.Objects;

/**
 * What became of a change that an earlier run of the program did not end.
 *
 * @param entry the change
 * @param how whether it is in the file now; {@link EntryState#OPEN} if that could not be settled
 * @param detail what was found and done, for people
 */
public record Recovered(JournalEntry entry, EntryState how, String detail) {

    /** Checks the values. */
    public Recovered {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether somebody must look after it. */
    public boolean isUnsettled() {
        return how == EntryState.OPEN;
    }
}
