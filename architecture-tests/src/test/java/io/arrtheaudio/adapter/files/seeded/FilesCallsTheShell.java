package io.arrtheaudio.adapter.files.seeded;

import java.io.IOException;

/** Breaks "R10 nobody runs a shell". */
public final class FilesCallsTheShell {

    void run() throws IOException {
        Runtime.getRuntime().exec(new String[] {"true"});
    }
}
