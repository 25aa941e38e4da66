package io.arrtheaudio.bench;

import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Switches a file to and fro between English, which it starts with, and Japanese. One thread at a time. */
final class Switching implements Callable<Path> {

    private final Program program;
    private final Path file;
    private boolean isJapanese;

    Switching(Program program, Path file) {
        this.program = program;
        this.file = file;
    }

    @Override
    public Path call() {
        isJapanese = !isJapanese;
        Language wanted = isJapanese ? Program.JAPANESE : Program.ENGLISH;
        program.switchTo(wanted, file);
        return file;
    }

    /** Leaves the file as it was found. */
    void restore() {
        if (isJapanese) {
            call();
        }
    }
}
