package io.arrtheaudio.adapter.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was said about the whole program: before or behind the command, and by the command itself.
 *
 * @param root what was said for every command
 * @param engine the engine, if the command takes one and it was named
 * @param tmdb whether to ask TMDB, if that was said
 * @param use what the command is about to do
 * @param withoutSettings whether the settings file is to be ignored
 * @param dataFolder the data folder, if the command has one of its own
 */
record CommandLineOverrides(
        RootCommand root,
        Optional<String> engine,
        Optional<Boolean> tmdb,
        Use use,
        boolean withoutSettings,
        Optional<Path> dataFolder)
        implements Wiring.Overrides {

    /** What a command is about to do with the data folder. */
    enum Use {
        /** Look at it. */
        LOOK,
        /** Write to it, unless the settings ask for a dry run. */
        FIX,
        /** Write to it. */
        KEEP
    }

    static CommandLineOverrides of(RootCommand root) {
        return new CommandLineOverrides(root, Optional.empty(), Optional.empty(), Use.KEEP, false, Optional.empty());
    }

    CommandLineOverrides asking(Optional<Boolean> whether) {
        return new CommandLineOverrides(root, engine, whether, use, withoutSettings, dataFolder);
    }

    CommandLineOverrides with(Optional<String> named, Use other) {
        return new CommandLineOverrides(root, named, tmdb, other, withoutSettings, dataFolder);
    }

    CommandLineOverrides withoutSettingsIn(Path folder) {
        return new CommandLineOverrides(root, engine, tmdb, use, true, Optional.of(folder));
    }

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

    @Override
    public boolean looksOnly(boolean isDryRun) {
        return use == Use.LOOK || use == Use.FIX && isDryRun;
    }
}
