package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.choice.TrackPolicy;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.library.PathPolicies;
import io.arrtheaudio.domain.library.PathRule;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.service.FixRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the settings file. A file of the Python ArrTheAudio is read too.
 *
 * <p>Thread-safe.
 */
public final class SettingsReader {

    private static final String FILE_NAME = "config.yaml";

    private final Map<String, String> environment;
    private final Path containerFolder;

    /**
     * A reader for this environment.
     *
     * @param environment the variables by name, for {@code ${NAME}} in the file and for where to look for it
     */
    public SettingsReader(Map<String, String> environment) {
        this(environment, Path.of("/config"));
    }

    SettingsReader(Map<String, String> environment, Path containerFolder) {
        this.environment = Map.copyOf(environment);
        this.containerFolder = containerFolder;
    }

    /**
     * Looks for {@code config.yaml} in {@code ARRTHEAUDIO_HOME}, in {@code /config}, and in {@code arrtheaudio} below
     * {@code XDG_CONFIG_HOME} (without that, below {@code ~/.config}), and reads the first that this user may read. No
     * file at all is fine; a key for TMDB is taken from {@code TMDB_API_KEY} then, too.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} with every problem, one a line
     */
    public LoadedSettings findAndRead() {
        List<String> notices = new ArrayList<>();
        for (Path file : places()) {
            if (Files.isReadable(file)) {
                LoadedSettings loaded = read(file);
                notices.addAll(loaded.notices());
                return new LoadedSettings(loaded.settings(), loaded.source(), notices);
            }
            if (Files.exists(file)) {
                notices.add(file + ": was passed over, as this user may not read it");
            }
        }
        Report report = new Report("environment");
        Settings settings = withoutFile(report);
        report.throwIfBroken();
        return new LoadedSettings(settings, "", notices);
    }

    /**
     * Reads a file.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_SETTINGS} with every problem, one a line
     */
    public LoadedSettings read(Path file) {
        Report report = new Report(file.toString());
        Settings settings =
                YamlFile.read(file, report).map(root -> read(root, report)).orElseGet(() -> withoutFile(report));
        report.throwIfBroken();
        return new LoadedSettings(settings, file.toString(), report.notices());
    }

    /** Where a file is looked for, in this order. */
    List<Path> places() {
        List<Path> folders = new ArrayList<>();
        folder("ARRTHEAUDIO_HOME").ifPresent(folders::add);
        folders.add(containerFolder);
        folder("XDG_CONFIG_HOME")
                .filter(Path::isAbsolute) // the XDG specification: a relative path is to be ignored
                .or(() -> folder("HOME").map(home -> home.resolve(".config")))
                .ifPresent(folder -> folders.add(folder.resolve("arrtheaudio")));
        return folders.stream().map(folder -> folder.resolve(FILE_NAME)).toList();
    }

    private Optional<Path> folder(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    private Settings read(Node root, Report report) {
        Value whole = new Value(root, "", report, new Variables(environment), true);
        if (whole.isNothing()) {
            return withoutFile(report);
        }
        if (!whole.isSection()) {
            whole.wrong("keys with values such as 'language_priority: [eng]'");
            return Settings.DEFAULT;
        }
        Section top = Section.of(whole, "");
        FixRules rules = rules(top);
        ServerSettings server = ServerReader.read(top);
        return new Settings(
                rules,
                top.get(Keys.ENGINE).orElse(Settings.DEFAULT.engine()),
                tools(top),
                Libraries.of(top.get(Keys.LIBRARIES).orElse(List.of()), server.mappings(), rules.policies()),
                new LookupReader(environment, report).read(top),
                server,
                run(top),
                logging(top));
    }

    private Settings withoutFile(Report report) {
        return Settings.DEFAULT.with(new LookupReader(environment, report).withoutFile());
    }

    private static FixRules rules(Section top) {
        TrackPolicy global = global(top);
        List<PathRule> rules = new ArrayList<>();
        for (Value row : top.get(Keys.PATH_OVERRIDES).orElse(List.of())) {
            override(Section.of(row, Keys.PATH_OVERRIDES.path() + "[]."), global)
                    .ifPresent(rules::add);
        }
        FixRules otherwise = FixRules.DEFAULT;
        return new FixRules(
                new PathPolicies(global, rules),
                containers(top),
                top.get(Keys.HARDLINKS).orElse(otherwise.hardlinks()),
                top.get(Keys.MTIME).orElse(otherwise.mtime()),
                top.get(Keys.HARDLINK_COPY_LIMIT).orElse(otherwise.copyLimit()));
    }

    private static TrackPolicy global(Section top) {
        TrackPolicy otherwise = TrackPolicy.DEFAULT;
        return new TrackPolicy(
                "",
                top.get(Keys.LANGUAGE_PRIORITY).orElse(otherwise.languages()),
                top.get(Keys.ORIGINAL).orElse(otherwise.original()),
                top.get(Keys.RANKING).orElse(otherwise.ranking()),
                top.get(Keys.UNTAGGED).orElse(otherwise.untagged()),
                top.get(Keys.DISABLED_TRACKS).orElse(otherwise.disabled()),
                top.get(Keys.MP4_UNGROUPED).orElse(otherwise.ungrouped()));
    }

    private static Optional<PathRule> override(Section row, TrackPolicy global) {
        if (!row.has(Keys.OVERRIDE_PATH)) {
            row.problem("needs a path, the pattern of the files it is for");
        }
        Optional<Glob> where = row.get(Keys.OVERRIDE_PATH);
        TrackPolicy policy = global.withLanguages(
                        row.get(Keys.OVERRIDE_LANGUAGES).orElse(global.languages()))
                .withOriginal(row.get(Keys.OVERRIDE_ORIGINAL).orElse(global.original()))
                .withRanking(row.get(Keys.OVERRIDE_RANKING).orElse(global.ranking()))
                .withUntagged(row.get(Keys.OVERRIDE_UNTAGGED).orElse(global.untagged()));
        return where.map(glob -> new PathRule(glob, policy.withRule(glob.toString())));
    }

    private static Set<Container> containers(Section top) {
        Set<Container> containers = EnumSet.allOf(Container.class);
        if (!top.get(Keys.MKV).orElse(true)) {
            containers.remove(Container.MATROSKA);
        }
        if (!top.get(Keys.MP4).orElse(true)) {
            containers.remove(Container.MP4);
        }
        return containers;
    }

    private static ToolsSettings tools(Section top) {
        ToolsSettings otherwise = ToolsSettings.DEFAULT;
        ToolPaths paths = new ToolPaths(
                top.get(Keys.FFPROBE).orElse(otherwise.paths().ffprobe()),
                top.get(Keys.FFMPEG).orElse(otherwise.paths().ffmpeg()),
                top.get(Keys.MKVPROPEDIT).orElse(otherwise.paths().mkvpropedit()),
                top.get(Keys.MKVMERGE).orElse(otherwise.paths().mkvmerge()));
        return new ToolsSettings(
                paths,
                top.get(Keys.VERIFY_STREAMS).orElse(otherwise.verifyStreams()),
                top.get(Keys.ALLOW_TAIL_TRACKS).orElse(otherwise.allowTailTracks()),
                top.get(Keys.TIMEOUT_SECONDS).map(Duration::ofSeconds).orElse(otherwise.timeout()));
    }

    private static RunSettings run(Section top) {
        if (!top.get(Keys.SKIP_IF_CORRECT).orElse(true)) {
            top.notice(Keys.SKIP_IF_CORRECT, "false changes nothing: files that are right already are never touched");
        }
        RunSettings otherwise = RunSettings.DEFAULT;
        return new RunSettings(
                top.get(Keys.DRY_RUN).orElse(otherwise.dryRun()),
                top.get(Keys.MIN_AGE).orElse(otherwise.minAge()),
                top.get(Keys.WORKER_COUNT).orElse(otherwise.workers()));
    }

    private static LoggingSettings logging(Section top) {
        LoggingSettings otherwise = LoggingSettings.DEFAULT;
        return new LoggingSettings(
                top.get(Keys.LOG_FORMAT).orElse(otherwise.format()),
                top.get(Keys.LOG_LEVEL).orElse(otherwise.level()),
                top.get(Keys.LOG_OUTPUT).orElse(otherwise.output()),
                new LogRotation(
                        top.get(Keys.LOG_SIZE).orElse(otherwise.rotation().megabytes()),
                        top.get(Keys.LOG_KEEP).orElse(otherwise.rotation().keep())));
    }
}
