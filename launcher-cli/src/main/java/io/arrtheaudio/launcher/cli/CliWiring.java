package io.arrtheaudio.launcher.cli;

import io.arrtheaudio.adapter.cli.Wiring;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.TableVersions;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.launcher.server.Access;
import io.arrtheaudio.launcher.server.Administration;
import io.arrtheaudio.launcher.server.ApiKeyFile;
import io.arrtheaudio.launcher.server.Assembly;
import io.arrtheaudio.launcher.server.Daemon;
import io.arrtheaudio.launcher.server.DataHome;
import io.arrtheaudio.launcher.server.HealthTimes;
import io.arrtheaudio.launcher.server.Launch;
import io.arrtheaudio.launcher.server.logging.LevelSwitch;
import io.arrtheaudio.launcher.server.logging.Logging;
import io.arrtheaudio.launcher.server.settings.ApiSettings;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.LoadedSettings;
import io.arrtheaudio.launcher.server.settings.LogLevel;
import io.arrtheaudio.launcher.server.settings.LoggingSettings;
import io.arrtheaudio.launcher.server.settings.RunSettings;
import io.arrtheaudio.launcher.server.settings.ServerSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.SettingsMeaning;
import io.arrtheaudio.launcher.server.settings.SettingsReader;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Connects the commands to the program. Nothing is loaded before a command asks for it. */
final class CliWiring implements Wiring {

    private static final String KEY = "ARRTHEAUDIO_API_KEY";

    private final Map<String, String> environment;

    /** @param environment where settings are looked for, and what they may refer to */
    CliWiring(Map<String, String> environment) {
        this.environment = environment;
    }

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
        LoadedSettings loaded = overrides.withoutSettings() ? LoadedSettings.WITHOUT_FILE : read(overrides);
        List<String> notices = new ArrayList<>(loaded.notices());
        notices.addAll(log(loaded.settings().logging(), overrides.logLevel()));
        Settings settings = settings(loaded.settings(), overrides);
        Path folder = dataFolder(overrides);
        Assembly assembly = Assembly.of(
                settings,
                new DatabaseSettings(folder, overrides.anyOwner()),
                overrides.looksOnly(settings.run().dryRun()) ? Access.LOOKING : Access.CHANGING);
        RunSettings run = settings.run();
        return new Desk(
                assembly.fix(),
                assembly.library(),
                assembly.undo(),
                assembly.recovery(),
                assembly.health(),
                assembly.languages(),
                settings.server().mappings(),
                loaded.source(),
                notices,
                run.dryRun(),
                run.minAge(),
                run.workers(),
                assembly.whenStopping(),
                assembly.whenDone());
    }

    @Override
    public Admin administer(Overrides overrides) {
        LoadedSettings loaded = read(overrides);
        List<String> notices = new ArrayList<>(loaded.notices());
        notices.addAll(log(loaded.settings().logging(), overrides.logLevel()));
        DatabaseSettings data = new DatabaseSettings(dataFolder(overrides), overrides.anyOwner());
        ServerSettings server = loaded.settings().server();
        Administration administration = new Administration(data, loaded.settings());
        return new Admin(
                Administration.backups(data, loaded.file(), version()),
                Administration.bundle(
                        loaded,
                        data,
                        version(),
                        List.of(environment.getOrDefault(KEY, ""), environment.getOrDefault("TMDB_API_KEY", ""))),
                administration.statistics(),
                administration::audit,
                administration::housekeeping,
                new TablesOf(administration),
                new KeptKey(
                        new ApiKeyFile(data.dataFolder()),
                        !server.api().apiKey().isEmpty()),
                notices,
                administration::close);
    }

    @Override
    public Meaning meaning(Path file) {
        LoadedSettings loaded = new SettingsReader(environment).read(file);
        List<Fact> facts = new ArrayList<>();
        SettingsMeaning.of(loaded.settings()).facts().forEach((what, how) -> facts.add(new Fact(what, how)));
        return new Meaning(facts, loaded.notices());
    }

    /** The tables of the database. */
    private record TablesOf(Administration administration) implements Tables {

        @Override
        public Versions look() {
            TableVersions now = administration.tables();
            return new Versions(now.found(), now.found(), now.known());
        }

        @Override
        public Versions update() {
            TableVersions before = administration.tables();
            TableVersions after = administration.update();
            return new Versions(before.found(), after.found(), after.known());
        }
    }

    /** The key in the data folder. */
    private record KeptKey(ApiKeyFile key, boolean isInSettings) implements CallerKey {

        @Override
        public Path file() {
            return key.file();
        }

        @Override
        public Optional<String> read() {
            return key.read();
        }

        @Override
        public String rotate() {
            return key.rotate();
        }
    }

    @Override
    public Server serve(Overrides overrides, Optional<String> host, Optional<Integer> port) {
        LoadedSettings loaded = read(overrides);
        List<String> notices = new ArrayList<>(loaded.notices());
        LoggingSettings logging = loaded.settings().logging();
        notices.addAll(Logging.configure(overrides
                .logLevel()
                .map(word -> logging.withLevel(LogLevel.named("--log-level", word)))
                .orElse(logging)));
        ServerSettings server = loaded.settings().server();
        ApiSettings api = server.api();
        ApiSettings at = api.at(host.orElse(api.host()), port.orElse(api.port()));
        Daemon daemon = Daemon.start(
                loaded.settings().with(server.with(at)),
                new DatabaseSettings(dataFolder(overrides), overrides.anyOwner()),
                new Launch(
                        version(),
                        () -> loaded.again(() -> read(overrides)),
                        loaded.file(),
                        new LevelSwitch(),
                        HealthTimes.DEFAULT));
        return new Server(
                daemon.address(),
                daemon.keyFile(),
                daemon.key(),
                loaded.source(),
                notices,
                daemon.patience(),
                daemon::close);
    }

    @Override
    public DaemonAddress daemon(Overrides overrides) {
        Optional<String> url = variable("ARRTHEAUDIO_URL");
        Optional<String> key = variable(KEY);
        if (url.isPresent() && key.isPresent()) {
            return new DaemonAddress(address(url.get()), key.get());
        }
        ApiSettings api = read(overrides).settings().server().api();
        String host = api.host().matches("0\\.0\\.0\\.0|::") ? "127.0.0.1" : api.host();
        return new DaemonAddress(
                url.map(CliWiring::address)
                        .orElseGet(() -> api.at(host, api.port()).uri()),
                key.orElseGet(() -> api.needsKey()
                        ? new ApiKeyFile(dataFolder(overrides)).read().orElse("")
                        : api.apiKey()));
    }

    private static URI address(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new AudioFixException(
                Remedy.FIX_SETTINGS,
                "cannot call a daemon at '" + url + "', which ARRTHEAUDIO_URL names; it must be such as"
                        + " http://arrtheaudio:9393");
    }

    private Optional<String> variable(String name) {
        return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
    }

    private Path dataFolder(Overrides overrides) {
        return overrides.dataFolder().orElseGet(() -> new DataHome(environment).folder());
    }

    private static Settings settings(Settings loaded, Overrides overrides) {
        Settings settings = overrides
                .engine()
                .map(word -> loaded.withEngine(EngineChoice.named("--engine", word)))
                .orElse(loaded);
        settings = overrides.tmdb().map(settings::withTmdb).orElse(settings);
        if (overrides.tmdb().orElse(false) && !settings.lookup().asksTmdb()) {
            throw new AudioFixException(
                    Remedy.FIX_SETTINGS,
                    "cannot ask TMDB as --tmdb says: there is no key; set tmdb.api_key in the settings, or the variable"
                            + " TMDB_API_KEY");
        }
        return settings;
    }

    private LoadedSettings read(Overrides overrides) {
        SettingsReader reader = new SettingsReader(environment);
        return overrides.settings().map(reader::read).orElseGet(reader::findAndRead);
    }

    /**
     * Commands print what matters, so they log only if the settings or the command line ask for it. A logging library that
     * is never started costs no time.
     */
    private static List<String> log(LoggingSettings settings, Optional<String> level) {
        LoggingSettings wanted = level.map(word -> settings.withLevel(LogLevel.named("--log-level", word)))
                .orElse(settings);
        if (level.isEmpty() && wanted.equals(LoggingSettings.DEFAULT)) {
            keepQuiet();
            return List.of();
        }
        return Logging.configure(wanted);
    }

    private static void keepQuiet() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }
}
