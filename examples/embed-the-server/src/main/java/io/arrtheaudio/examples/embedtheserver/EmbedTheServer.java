package io.arrtheaudio.examples.embedtheserver;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.service.FixRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the daemon inside another program, at a port that is free: {@code EmbedTheServer DATA LIBRARY}. It logs by SLF4J to
 * whatever this program has for that, reads no settings file, and ends when it is closed.
 */
public final class EmbedTheServer {

    private EmbedTheServer() {}

    /** Serves until somebody presses Enter. */
    public static void main(String[] args) throws IOException {
        try (Daemon daemon = start(Path.of(args[0]), Path.of(args[1]))) {
            System.out.println("Sonarr: " + daemon.address() + "/webhook/sonarr");
            System.out.println("Radarr: " + daemon.address() + "/webhook/radarr");
            System.out.println(
                    "The key that they must show is in " + daemon.keyFile().orElseThrow());
            System.out.println("Press Enter to stop.");
            System.in.read();
        }
    }

    /**
     * Starts one.
     *
     * @param data a folder for its database and its key
     * @param library the films that it may change, under the paths by which Sonarr and Radarr know them
     */
    static Daemon start(Path data, Path library) {
        List<Language> wanted = List.of(Language.of("jpn"), Language.of("eng"));
        Settings settings = Settings.embedded(library)
                .with(FixRules.DEFAULT.withLanguages(wanted))
                .withEngine(EngineChoice.BUILTIN);
        return Daemon.start(settings, data);
    }
}
