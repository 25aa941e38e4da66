package io.arrtheaudio.port.in;

/**
 * Fixes every file of a library.
 *
 * <p>Thread-safe.
 */
public interface FixLibrary {

    /**
     * Looks for media files and fixes them, several at a time. Finding and fixing run side by side, and memory does not
     * grow with the library. Returns when all is done, or, after {@link ScanObserver#isCancelled} said so, when the
     * files in hand are finished.
     */
    ScanSummary scan(ScanRequest request, ScanObserver observer);
}
