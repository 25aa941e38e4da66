package io.arrtheaudio.port.in;

import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.edit.UndoOutcome;

/** Watches changes being taken back, and may end that between two of them. Called from the calling thread. */
public interface UndoObserver extends Progress {

    /** A change was looked after. */
    void done(UndoOutcome outcome);
}
