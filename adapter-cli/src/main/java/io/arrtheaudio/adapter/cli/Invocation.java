package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What every command works with. Nothing is opened before a command asks for it, so that help comes at once.
 *
 * @param wiring the program behind the commands
 * @param screen where to print
 * @param root what was said about the whole program
 * @param nanos measures time
 */
record Invocation(Wiring wiring, Screen screen, RootCommand root, LongSupplier nanos) {

    /** Reads the settings and tells what the user should know about them. */
    Wiring.Desk open(Optional<String> engine, WishOptions wishes) {
        Wiring.Desk desk = wiring.open(overrides(engine, false));
        desk.notices().forEach(screen::remark);
        for (Language language : wishes.unknown()) {
            screen.remark("no table lists the language '" + language + "'; it is compared letter by letter");
        }
        return desk;
    }

    /** Puts the program together as if there were no settings file. */
    Wiring.Desk openWithoutSettings() {
        return wiring.open(overrides(Optional.empty(), true));
    }

    Stopwatch startWatch() {
        return Stopwatch.start(nanos);
    }

    Report report(boolean json, boolean verbose) {
        return json ? new JsonReport(screen) : new TextReport(screen, verbose);
    }

    private Wiring.Overrides overrides(Optional<String> engine, boolean withoutSettings) {
        return new Wiring.Overrides() {
            @Override
            public Optional<Path> settings() {
                return root.settings();
            }

            @Override
            public Optional<String> logLevel() {
                return root.logLevel();
            }

            @Override
            public Optional<String> engine() {
                return engine;
            }

            @Override
            public boolean withoutSettings() {
                return withoutSettings;
            }
        };
    }
}
