package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * These settings, read once more at a later time.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the file is gone from which they came at first: it is more likely
     *     that somebody is just writing it than that everything is to be as if there had never been one
     */
    public Settings again(Supplier<LoadedSettings> reading) {
        LoadedSettings now = reading.get();
        if (!source.isEmpty() && now.source().isEmpty()) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot read the settings again: " + source
                            + " is not there any more; nothing has changed, put it back");
        }
        return now.settings();
    }

    /** Checks the values; the list is copied. */
    public LoadedSettings {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(source, "source");
        notices = List.copyOf(notices);
    }
}
