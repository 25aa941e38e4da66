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
}
