package io.arrtheaudio.adapter.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was said about the whole program: before or behind the command, and by the command itself.
 *
 * @param root what was said for every command
 * @param engine the engine, if the command takes one and it was named
 * @param withoutSettings whether the settings file is to be ignored
 * @param dataFolder the data folder, if the command has one of its own
 */
record CommandLineOverrides(
        RootCommand root, Optional<String> engine, boolean withoutSettings, Optional<Path> dataFolder)
        implements Wiring.Overrides {

    @Override
    public Optional<Path> settings() {
        return root.settings();
    }

    @Override
    public Optional<String> logLevel() {
        return root.logLevel();
    }

    @Override
    public boolean anyOwner() {
        return root.anyOwner();
    }
}
