package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.journal.Recovered;
import java.util.List;

/**
 * Settles what earlier runs of the program left unfinished, because they were killed or the power went.
 *
 * <p>Thread-safe, and safe among processes: each unfinished change goes to one of them.
 */
public interface RecoverEdits {

    /**
     * Finishes or takes back every change whose run is gone, and removes what it left beside files. What cannot be settled
     * is left as it is and reported, at every call. To be called before anything is changed.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the journal cannot be read
     */
    List<Recovered> recover();

    /**
     * Stops reporting a change that cannot be settled, because its file was replaced or put right by hand. The file is left
     * as it is, and the change counts as not made.
     *
     * @param entry the journal's entry
     * @return whether there was such a change; one that can be settled is settled instead, and one of a program that still
     *     runs is left to it
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the journal cannot be read or written
     */
    boolean forget(String entry);
}
