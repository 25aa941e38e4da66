package io.arrtheaudio.examples.embedtheserver;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.settings.ApiSettings;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.ServerSettings;
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
        TrackPolicy policy = TrackPolicy.DEFAULT.withLanguages(
                List.of(Language.read("jpn").orElseThrow(), Language.read("eng").orElseThrow()));
        Settings settings = Settings.DEFAULT
                .with(FixRules.DEFAULT.with(new PathPolicies(policy, List.of())))
                .with(ServerSettings.DEFAULT.with(ApiSettings.DEFAULT.at("127.0.0.1", 0)))
                .withEngine(EngineChoice.BUILTIN)
                .withLibraries(List.of(library));
        return Daemon.start(settings, DatabaseSettings.in(data));
    }
}
