package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.failure.Remedy;

/** What a command tells the shell. */
final class ExitCode {

    /** Done, or nothing to do. */
    static final int DONE = 0;
    /** Something failed. */
    static final int FAILED = 1;
    /** Wrong usage or settings. */
    static final int USAGE = 2;
    /** Stopped by Ctrl-C: 128 and the number of the signal. */
    static final int STOPPED = 130;

    private ExitCode() {}

    static int of(Remedy remedy) {
        return switch (remedy) {
            case FIX_SETTINGS -> USAGE;
            case RETRY_LATER, FIX_FILE, REPORT_BUG -> FAILED;
        };
    }
}
