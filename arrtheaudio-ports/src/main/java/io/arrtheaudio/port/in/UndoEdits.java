package io.arrtheaudio.port.in;

import java.util.Map;

/**
 * Gives files back what they were before a recorded change.
 *
 * <p>Thread-safe.
 */
public interface UndoEdits {

    /**
     * Takes changes back, the newest first. Nothing is thrown for what is wrong with one of the files.
     *
     * @return how many changes ended how, by {@link io.arrtheaudio.domain.edit.UndoOutcome#word}
     * @throws io.arrtheaudio.domain.failure.AudioFixException if the journal cannot be read
     */
    Map<String, Long> undo(UndoRequest request, UndoObserver observer);
}
