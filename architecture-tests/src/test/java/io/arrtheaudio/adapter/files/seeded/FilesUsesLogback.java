package io.arrtheaudio.adapter.files.seeded;

import ch.qos.logback.classic.Level;

/** Breaks R10, Logback. */
public final class FilesUsesLogback {

    Level level() {
        return Level.INFO;
    }
}
