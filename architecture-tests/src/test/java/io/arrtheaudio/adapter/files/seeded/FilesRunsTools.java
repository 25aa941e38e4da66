package io.arrtheaudio.adapter.files.seeded;

/** Breaks R10, processes. */
public final class FilesRunsTools {

    ProcessBuilder tool() {
        return new ProcessBuilder("true");
    }
}
