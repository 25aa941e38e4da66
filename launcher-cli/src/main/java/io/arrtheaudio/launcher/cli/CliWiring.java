package io.arrtheaudio.launcher.cli;

import io.arrtheaudio.adapter.cli.Wiring;
import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.ScanService;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Connects the commands to the program. Nothing is loaded before a command asks for it. */
final class CliWiring implements Wiring {

    @Override
    public String version() {
        return Optional.ofNullable(CliWiring.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    @Override
    public Map<String, Supplier<InputStream>> samples() {
        return Samples.all();
    }

    @Override
    public Desk open(Overrides overrides) {
        if (overrides.logLevel().isEmpty()) {
            keepQuiet();
        }
        InstantSource clock = InstantSource.system();
        MediaFiles files = new DiskMediaFiles();
        BuiltInEngine engine = new BuiltInEngine();
        FixService fix = new FixService(files, engine, engine, new PatchWriter(), FixRules.DEFAULT, clock);
        return new Desk(
                fix,
                new ScanService(files, fix, clock),
                List.of(),
                false,
                Duration.ofSeconds(60),
                Runtime.getRuntime().availableProcessors());
    }

    /** Commands report what matters themselves; a logging library that is never started costs no time. */
    private static void keepQuiet() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }
}
