package io.arrtheaudio.adapter.files.seeded;

import dev.failsafe.RetryPolicy;

/** Breaks R10, Failsafe. */
public final class FilesTriesAgain {

    RetryPolicy<String> retries() {
        return RetryPolicy.ofDefaults();
    }
}
