package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.ffmpeg.ToolsProbe;
import io.arrtheaudio.adapter.files.FolderProbe;
import io.arrtheaudio.adapter.files.LibraryProbe;
import io.arrtheaudio.adapter.files.SpaceProbe;
import io.arrtheaudio.adapter.files.SystemProbe;
import io.arrtheaudio.adapter.jdbi.DatabaseProbe;
import io.arrtheaudio.domain.health.CheckName;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.health.Need;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.LookupSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.service.DeadlockProbe;
import io.arrtheaudio.service.HealthCheck;
import io.arrtheaudio.service.Look;
import io.arrtheaudio.service.MappingsProbe;
import io.arrtheaudio.service.QueueProbe;
import io.arrtheaudio.service.StoreProbe;
import io.arrtheaudio.service.WorkersProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is looked after in a daemon, how often, and what depends on it.
 *
 * @param core what is looked at
 * @param live the settings of the moment; which tools and whether TMDB is needed is as it was at the start
 * @param times how often
 */
record DaemonHealth(Core core, LiveSettings live, HealthTimes times) {

    /** What only a running daemon can look at. */
    record Parts(
            StoreProbe store,
            QueueProbe queue,
            WorkersProbe workers,
            DeadlockProbe deadlocks,
            MappingsProbe mappings) {}

    List<HealthCheck> checks(Parts parts) {
        Settings settings = live.now();
        List<HealthCheck> checks = new ArrayList<>(tools(settings.engine()));
        checks.add(HealthCheck.of(
                CheckName.DATABASE,
                Need.SERVING,
                Look.atOnce("requests", parts.store()::told),
                quick("store", parts.store()),
                slow("data folder", new DatabaseProbe(core.database().settings()))));
        checks.add(tmdb(settings.lookup()));
        checks.add(new HealthCheck(CheckName.DISK_SPACE, Need.WORK, Level.WARNING, this::space));
        checks.add(HealthCheck.of(CheckName.QUEUE, Need.WORK, quick("queue", parts.queue())));
        checks.add(HealthCheck.of(CheckName.WORKERS, Need.SERVING, Look.atOnce("workers", parts.workers())));
        checks.add(HealthCheck.of(CheckName.DEADLOCK, Need.WORK, quick("threads", parts.deadlocks())));
        checks.add(new HealthCheck(CheckName.LIBRARIES, Need.WORK, Level.PROBLEM, () -> libraries(parts.mappings())));
        return List.copyOf(checks);
    }

    /** The built-in engine alone uses none; beside it they are welcome, and without it needed. */
    private List<HealthCheck> tools(EngineChoice engine) {
        if (engine == EngineChoice.BUILTIN) {
            return Stream.of(CheckName.FFPROBE, CheckName.MKVPROPEDIT, CheckName.FFMPEG)
                    .map(name -> HealthCheck.notNeeded(name, "engine is builtin"))
                    .toList();
        }
        boolean areNeeded = engine == EngineChoice.TOOLS;
        Need need = areNeeded ? Need.WORK : Need.NOTHING;
        ToolsProbe probe = new ToolsProbe(core.tools(), areNeeded);
        return List.of(
                HealthCheck.of(CheckName.FFPROBE, need, tool("ffprobe", probe.ofFfprobe())),
                HealthCheck.of(CheckName.MKVPROPEDIT, need, tool("mkvpropedit", probe.ofMkvpropedit())),
                HealthCheck.of(CheckName.FFMPEG, need, tool("ffmpeg", probe.ofFfmpeg())));
    }

    private HealthCheck tmdb(LookupSettings lookup) {
        if (!lookup.asksTmdb()) {
            return HealthCheck.notNeeded(
                    CheckName.TMDB_API, lookup.enabled() ? "there is no tmdb.api_key" : "tmdb.enabled is false");
        }
        return HealthCheck.of(CheckName.TMDB_API, Need.WORK, new Look("TMDB", core.tmdb(), times.tmdb(), times.slow()))
                .strict();
    }

    private List<Look> space() {
        return Stream.concat(Stream.of(core.database().settings().dataFolder()), live.libraries().stream())
                .distinct()
                .map(folder -> quick("space for " + folder, new SpaceProbe(folder, this::minFreePercent)))
                .toList();
    }

    private int minFreePercent() {
        return live.now().server().health().minFreePercent();
    }

    private List<Look> libraries(MappingsProbe mappings) {
        List<Look> looks = new ArrayList<>();
        looks.add(Look.atOnce("libraries", this::named));
        for (Path folder : live.libraries()) {
            looks.add(quick("library " + folder, new FolderProbe(folder)));
            looks.add(slow(
                    "writing to library " + folder,
                    new LibraryProbe(List.of(folder), core.disk().replacements())));
        }
        looks.add(quick("path mappings", mappings));
        looks.add(slow("system", new SystemProbe()));
        return looks;
    }

    /** Nobody may name a file, nor is any changed, while no library is named. */
    private List<Finding> named() {
        int count = live.libraries().size();
        return List.of(
                count == 0
                        ? Finding.problem(
                                "libraries",
                                "none is named, so that no file may be changed",
                                "set libraries or path_mappings in the settings")
                        : Finding.ok("libraries", count + " named"));
    }

    private Look quick(String subject, HealthProbe probe) {
        return new Look(subject, probe, times.often(), times.quick());
    }

    private Look slow(String subject, HealthProbe probe) {
        return new Look(subject, probe, times.rarely(), times.slow());
    }

    /** Found anew each time, and asked for its version once. */
    private Look tool(String subject, HealthProbe probe) {
        return new Look(subject, probe, times.often(), times.slow());
    }
}
