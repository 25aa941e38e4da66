package io.arrtheaudio.service;

/**
 * How many bytes may still be copied for files with several names.
 *
 * <p>Thread-safe.
 */
final class CopyBudget {

    private final long limit;
    private long taken;

    CopyBudget(long limit) {
        this.limit = limit;
    }

    /** Takes so many bytes, if that many are left. */
    synchronized boolean take(long bytes) {
        if (bytes > limit - taken) {
            return false;
        }
        taken += bytes;
        return true;
    }

    /** Gives back what was not copied after all. */
    synchronized void giveBack(long bytes) {
        taken -= bytes;
    }

    long limit() {
        return limit;
    }
}
