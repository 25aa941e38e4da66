package io.arrtheaudio.adapter.jdbi;

import java.nio.file.Path;

/** A program that opens a data folder, which brings it up to date, and ends. */
final class UpdatingProgram {

    private UpdatingProgram() {}

    /** The argument is the data folder. */
    public static void main(String[] arguments) {
        Database.open(DatabaseSettings.in(Path.of(arguments[0]))).close();
    }
}
