package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What every command works with. Nothing is opened before a command asks for it, so that help comes at once.
 *
 * @param wiring the program behind the commands
 * @param screen where to print
 * @param root what was said about the whole program
 * @param nanos measures time
 * @param clock tells what time it is
 */
record Invocation(Wiring wiring, Screen screen, RootCommand root, LongSupplier nanos, InstantSource clock) {

    /** Reads the settings and tells what the user should know about them. */
    Wiring.Desk open() {
        return open(CommandLineOverrides.of(root));
    }

    /** Opens the program to choose tracks, and tells what the user should know about the wishes too. */
    Wiring.Desk open(Optional<String> engine, WishOptions wishes, CommandLineOverrides.Use use) {
        Wiring.Desk desk = open(CommandLineOverrides.of(root).with(engine, use).asking(wishes.tmdb()));
        for (Language language : wishes.unknown()) {
            screen.remark("no table lists the language '" + language + "'; it is compared letter by letter");
        }
        return desk;
    }

    /** Puts the program together as if there were no settings file, with a data folder of its own. */
    Wiring.Desk openWithoutSettings(Path dataFolder) {
        return wiring.open(CommandLineOverrides.of(root).withoutSettingsIn(dataFolder));
    }

    /** Opens the program as the settings say. */
    Wiring.Desk open(CommandLineOverrides.Use use) {
        return open(CommandLineOverrides.of(root).with(Optional.empty(), use));
    }

    /** What looks after the program itself; tells what the user should know about the settings. */
    Wiring.Admin administer() {
        Wiring.Admin admin = wiring.administer(CommandLineOverrides.of(root));
        admin.notices().forEach(screen::remark);
        return admin;
    }

    /** Starts the daemon, and tells what the user should know about the settings. */
    Wiring.Server serve(Optional<String> host, Optional<Integer> port) {
        Wiring.Server server = wiring.serve(CommandLineOverrides.of(root), host, port);
        server.notices().forEach(screen::remark);
        return server;
    }

    /** How the daemon is reached. */
    Wiring.DaemonAddress daemon() {
        return wiring.daemon(CommandLineOverrides.of(root));
    }

    Stopwatch startWatch() {
        return Stopwatch.start(nanos);
    }

    Report report(boolean json, TextReport.Detail detail) {
        return json ? new JsonReport(screen) : new TextReport(screen, detail);
    }

    private Wiring.Desk open(CommandLineOverrides overrides) {
        Wiring.Desk desk = wiring.open(overrides);
        desk.notices().forEach(screen::remark);
        return desk;
    }
}
