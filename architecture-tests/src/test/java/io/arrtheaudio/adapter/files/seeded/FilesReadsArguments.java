package io.arrtheaudio.adapter.files.seeded;

import picocli.CommandLine;

/** Breaks R10, picocli. */
public final class FilesReadsArguments {

    int run(CommandLine command) {
        return command.execute();
    }
}
