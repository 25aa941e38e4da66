package io.arrtheaudio.launcher.server.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading.
 *
 * @param settings what holds
 * @param source the file it comes from as the user knows it, empty if there is none
 * @param notices what the user should know about the file, one a line, with the place; no secret is in them
 */
public record LoadedSettings(Settings settings, String source, List<String> notices) {

    /** What holds if no file is asked for. */
    public static final LoadedSettings WITHOUT_FILE = new LoadedSettings(Settings.DEFAULT, "", List.of());

    /** The file it comes from, if there is one. */
    public Optional<Path> file() {
        return Optional.of(source).filter(name -> !name.isEmpty()).map(Path::of);
    }

    /** Checks the values; the list is copied. */
    public LoadedSettings {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(source, "source");
        notices = List.copyOf(notices);
    }
}
