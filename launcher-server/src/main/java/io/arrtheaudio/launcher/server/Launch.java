package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.javalin.LogLevels;
import io.arrtheaudio.launcher.server.settings.Settings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What only whoever starts a daemon knows.
 *
 * @param version of the program, as it is told
 * @param source reads the settings again when somebody asks for that
 * @param file the settings file, which is kept in backups; empty if there is none
 * @param logLevels how much is logged; {@link LogLevels#NONE} if whoever embeds this sees to that
 * @param looks how often it looks at its health
 */
public record Launch(
        String version, Supplier<Settings> source, Optional<Path> file, LogLevels logLevels, HealthTimes looks) {

    /** Checks that the values are there. */
    public Launch {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(logLevels, "logLevels");
        Objects.requireNonNull(looks, "looks");
    }

    /** Of a daemon inside another program, which has no settings file and whose log is not the daemon's. */
    public static Launch embedded(Settings settings) {
        String version = Optional.ofNullable(Launch.class.getPackage().getImplementationVersion())
                .orElse("(embedded)");
        return new Launch(version, () -> settings, Optional.empty(), LogLevels.NONE, HealthTimes.DEFAULT);
    }
}
