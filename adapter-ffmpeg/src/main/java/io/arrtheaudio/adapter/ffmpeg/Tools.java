package io.arrtheaudio.adapter.ffmpeg;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The tools as they are found on this machine, shared by the classes of this package. Each tool's version is read once; a
 * tool that is installed later is found then.
 *
 * <p>Thread-safe.
 */
public final class Tools {

    private static final Duration FOR_A_VERSION = Duration.ofSeconds(20);

    private final ToolSettings settings;
    private final ToolRunner runner = new ToolRunner();
    private final Map<Path, ToolVersion> versions = new ConcurrentHashMap<>();

    /** Looks at nothing yet. */
    public Tools(ToolSettings settings) {
        this.settings = settings;
    }

    ToolSettings settings() {
        return settings;
    }

    /** Whether there is such a program, usable or not. */
    boolean has(Tool tool) {
        return find(tool).isPresent();
    }

    /** Whether a tool can be used, found out by running it unless that is known. */
    ToolState state(Tool tool) {
        Optional<Path> program = find(tool);
        if (program.isEmpty()) {
            return new ToolState.Missing(missing(tool));
        }
        ToolVersion known = versions.get(program.get());
        try {
            ToolVersion version = known == null ? askVersion(tool, program.get()) : known;
            if (!tool.accepts(version)) {
                return new ToolState.Broken(
                        program.get() + " is version " + version + " but must be at least " + tool.oldest());
            }
            versions.put(program.get(), version);
            return new ToolState.Ready(tool, version);
        } catch (AudioFixException e) {
            return new ToolState.Broken(e.getMessage());
        }
    }

    private ToolVersion askVersion(Tool tool, Path program) {
        String attempt = "read the version of " + tool;
        Duration patience = settings.patience().compareTo(FOR_A_VERSION) < 0 ? settings.patience() : FOR_A_VERSION;
        ToolResult result = runner.run(
                new ToolCall(program, List.of(tool.versionArgument()), attempt, patience, Watch.FOR_ANSWERS));
        return ToolVersion.read(result.output())
                .filter(version -> result.exit() == 0)
                .orElseThrow(() -> new AudioFixException(
                        Remedy.FIX_SETTINGS,
                        "cannot " + attempt + ": " + program + " ended with " + result.exit() + " and said '"
                                + result.lastWords() + "'; is it " + tool + "?"));
    }

    /** Runs a tool that has all its work to do within the patience. */
    ToolResult run(Tool tool, List<String> arguments, String attempt) {
        return run(tool, arguments, attempt, Watch.FOR_ANSWERS);
    }

    /**
     * Runs a tool.
     *
     * @param attempt for messages: "read audio tracks of /media/film.mkv"
     * @throws AudioFixException {@code FIX_SETTINGS} if it is not there, and as {@link ToolRunner#run} does
     */
    ToolResult run(Tool tool, List<String> arguments, String attempt, Watch watch) {
        Path program = find(tool)
                .orElseThrow(
                        () -> new AudioFixException(Remedy.FIX_SETTINGS, "cannot " + attempt + ": " + missing(tool)));
        return runner.run(new ToolCall(program, arguments, attempt, settings.patience(), watch));
    }

    /** What is said where a tool would be needed: {@code there is no mkvpropedit (looked for ...); install mkvtoolnix}. */
    private String missing(Tool tool) {
        return "there is no " + tool + " (looked for '" + tool.nameOrPath(settings) + "'); install the package "
                + tool.packageName();
    }

    /** As a shell does: the first that may be executed; else one that may not, so that it can be told. */
    private Optional<Path> find(Tool tool) {
        String name = tool.nameOrPath(settings);
        Stream<String> places = name.indexOf('/') >= 0
                ? Stream.of(name)
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> folder + "/" + name);
        List<Path> found =
                places.flatMap(Tools::path).filter(Files::isRegularFile).toList();
        return found.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(Path::toAbsolutePath);
    }

    private static Stream<Path> path(String place) {
        try {
            return Stream.of(Path.of(place));
        } catch (InvalidPathException e) {
            return Stream.of();
        }
    }

    /**
     * A file's name as an argument that no tool takes for anything else: absolute, so that neither a dash nor an {@code @}
     * comes first.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} if the name does not survive the way into the tool
     */
    static String argument(Path file) {
        String name = file.toAbsolutePath().toString();
        if (!file.toAbsolutePath().equals(back(name, file))) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot hand " + file + " to a tool: its name has bytes that are no letters in this program's "
                            + "locale; start it with LC_ALL=C.UTF-8, or rename the file");
        }
        return name;
    }

    private static Path back(String name, Path otherwise) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return otherwise.resolve("?");
        }
    }
}
