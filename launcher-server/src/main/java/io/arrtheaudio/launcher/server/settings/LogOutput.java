package io.arrtheaudio.launcher.server.settings;

import java.nio.file.Path;

/** Where log lines go. */
public sealed interface LogOutput {

    /** The program's standard error. */
    LogOutput STDERR = new Stream("stderr");

    /** The program's standard output. */
    LogOutput STDOUT = new Stream("stdout");

    /**
     * One of the program's own streams.
     *
     * @param name {@code stderr} or {@code stdout}
     */
    record Stream(String name) implements LogOutput {}

    /**
     * A file; lines are appended.
     *
     * @param path made if it is not there, with its folders
     */
    record File(Path path) implements LogOutput {}
}
