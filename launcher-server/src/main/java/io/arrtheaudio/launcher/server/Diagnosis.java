package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.archive.TarTexts;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.TableVersions;
import io.arrtheaudio.domain.figures.Figures;
import io.arrtheaudio.domain.figures.MemoryUse;
import io.arrtheaudio.domain.job.QueueFigures;
import io.arrtheaudio.launcher.server.logging.LogTail;
import io.arrtheaudio.launcher.server.settings.LoadedSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.SettingsText;
import io.arrtheaudio.port.in.DebugBundle;
import io.arrtheaudio.port.in.Statistics;
import io.arrtheaudio.service.BundleText;
import io.arrtheaudio.service.DebugBundleService;
import io.arrtheaudio.service.StatisticsService;
import io.arrtheaudio.service.ThreadDump;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a debug bundle tells of this program. The data folder is only looked at.
 *
 * <p>Thread-safe.
 */
final class Diagnosis {

    private static final int LOG_LINES = 1_000;
    private static final Runtime JAVA = Runtime.getRuntime();

    private final LoadedSettings loaded;
    private final DatabaseSettings data;
    private final String version;
    private final InstantSource clock = InstantSource.system();

    private Diagnosis(LoadedSettings loaded, DatabaseSettings data, String version) {
        this.loaded = loaded;
        this.data = data;
        this.version = version;
    }

    /** @param more secrets that are not in the settings, or whatever may be one */
    static DebugBundle bundle(LoadedSettings loaded, DatabaseSettings data, String version, List<String> more) {
        Diagnosis of = new Diagnosis(loaded, data, version);
        return new DebugBundleService(
                List.of(
                        new BundleText("versions.txt", of::versions),
                        new BundleText("settings.yaml", of::settings),
                        new BundleText("doctor.txt", of::doctor),
                        new BundleText("queue.txt", of::queue),
                        new BundleText(
                                "log.txt",
                                () -> LogTail.of(loaded.settings().logging().output(), LOG_LINES))),
                () -> of.secrets(more),
                new ThreadDump(),
                new TarTexts(),
                ZoneId.systemDefault(),
                InstantSource.system());
    }

    /** Every one that this program knows. */
    private List<String> secrets(List<String> more) {
        Settings settings = loaded.settings();
        List<String> all = new ArrayList<>(more);
        all.add(settings.server().api().apiKey());
        all.add(settings.server().api().webhookSecret());
        all.add(settings.lookup().tmdb().apiKey());
        new ApiKeyFile(data.dataFolder()).read().ifPresent(all::add);
        return all;
    }

    private String versions() {
        try (DatabaseOnDemand database = new DatabaseOnDemand(data, Access.LOOKING)) {
            List<String> lines = List.of(
                    "program: " + version,
                    "java: " + property("java.version") + ", " + property("java.vm.name") + ", "
                            + property("java.vendor"),
                    "os: " + property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                    "sqlite: " + database.sqlite().orElse("not needed yet"),
                    "tables: " + tables(),
                    "processors: " + JAVA.availableProcessors(),
                    "heap, bytes: " + JAVA.totalMemory() + " of " + JAVA.maxMemory(),
                    "charset: " + Charset.defaultCharset() + ", file names " + property("sun.jnu.encoding"),
                    "time: " + clock.instant() + ", zone " + ZoneId.systemDefault(),
                    "data folder: " + data.dataFolder());
            return String.join("\n", lines) + "\n";
        }
    }

    private String tables() {
        return told(() -> {
            TableVersions versions = TableVersions.of(data);
            return versions.found() + " of " + versions.known();
        });
    }

    private String settings() {
        return loaded.file()
                .map(file -> "# from " + file + ", without comments\n" + new SettingsText(file).bare())
                .orElse("# no settings file, so the defaults hold\n");
    }

    private String doctor() {
        try (Assembly assembly = Assembly.of(loaded.settings(), data, Access.LOOKING)) {
            return BundleText.of(assembly.health().examine());
        }
    }

    private String queue() {
        try (DatabaseOnDemand database = new DatabaseOnDemand(data, Access.LOOKING)) {
            Statistics statistics =
                    new StatisticsService(database::figuresToRead, () -> MemoryUse.NONE, clock, ZoneId.systemDefault());
            Figures done = statistics.figures();
            QueueFigures queue = database.jobsToRead()
                    .map(jobs -> jobs.figures(clock.instant()))
                    .orElse(new QueueFigures(done.kept(), Map.of(), Duration.ZERO));
            return BundleText.of(queue, done);
        }
    }

    private static String property(String name) {
        return String.valueOf(System.getProperty(name));
    }

    private static String told(Supplier<String> fact) {
        try {
            return fact.get();
        } catch (RuntimeException e) {
            return "not known: " + e.getMessage();
        }
    }
}
