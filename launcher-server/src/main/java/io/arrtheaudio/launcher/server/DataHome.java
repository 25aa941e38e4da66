package io.arrtheaudio.launcher.server;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data folder is: the journal of changes and whatever else must be there the next time. The first of these that
 * is set or there:
 *
 * <ol>
 *   <li>the folder that the variable {@code ARRTHEAUDIO_HOME} names; a relative path is an error
 *   <li>{@code /config}, if this user may write to it
 *   <li>{@code arrtheaudio} in {@code XDG_DATA_HOME}
 *   <li>{@code .local/share/arrtheaudio} in {@code HOME}
 * </ol>
 *
 * <p>The last two are of the XDG Base Directory Specification 0.8, by which a relative path counts as none. Nothing is made
 * here.
 *
 * <p>Thread-safe.
 */
public final class DataHome {

    private static final String NAME = "arrtheaudio";

    private final Map<String, String> environment;
    private final Path containerFolder;

    /**
     * Looks in this environment.
     *
     * @param environment the variables by name
     */
    public DataHome(Map<String, String> environment) {
        this(environment, Path.of("/config"));
    }

    DataHome(Map<String, String> environment, Path containerFolder) {
        this.environment = Map.copyOf(environment);
        this.containerFolder = containerFolder;
    }

    /**
     * The folder, absolute; it need not be there.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if there is no place for one
     */
    public Path folder() {
        return variable("ARRTHEAUDIO_HOME")
                .map(DataHome::expectAbsolute)
                .or(this::container)
                .or(() -> absolute("XDG_DATA_HOME").map(data -> data.resolve(NAME)))
                .or(() -> absolute("HOME")
                        .map(home -> home.resolve(".local/share").resolve(NAME)))
                .orElseThrow(DataHome::nowhere);
    }

    /** The folder that a program is started in must not decide which journal it has. */
    private static Path expectAbsolute(Path folder) {
        if (!folder.isAbsolute()) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot use the data folder that the variable ARRTHEAUDIO_HOME names: '" + folder
                            + "' is no absolute path; name it from / on");
        }
        return folder;
    }

    private Optional<Path> container() {
        return Optional.of(containerFolder).filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder));
    }

    private Optional<Path> absolute(String name) {
        return variable(name).filter(Path::isAbsolute);
    }

    private Optional<Path> variable(String name) {
        String path = environment.getOrDefault(name, "");
        try {
            return Optional.of(path).filter(text -> !text.isEmpty()).map(Path::of);
        } catch (InvalidPathException e) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot use the data folder that the variable " + name + " names: '" + path
                            + "' is no path in this process's encoding; set LC_ALL=C.UTF-8, or another folder",
                    e);
        }
    }

    private static AudioFixException nowhere() {
        return new AudioFixException(
                Remedy.FIX_SETTINGS,
                "there is no place for the journal of changes: neither ARRTHEAUDIO_HOME nor HOME is set to an absolute"
                        + " path, and there is no folder /config that this user may write to; set ARRTHEAUDIO_HOME to a"
                        + " folder that stays");
    }
}
