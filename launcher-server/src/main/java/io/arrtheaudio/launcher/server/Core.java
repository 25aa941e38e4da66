package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.ffmpeg.FfmpegRewriter;
import io.arrtheaudio.adapter.ffmpeg.ToolInspector;
import io.arrtheaudio.adapter.ffmpeg.ToolPlanner;
import io.arrtheaudio.adapter.ffmpeg.ToolSettings;
import io.arrtheaudio.adapter.ffmpeg.Tools;
import io.arrtheaudio.adapter.ffmpeg.ToolsProbe;
import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.DiskReplacements;
import io.arrtheaudio.adapter.files.HeaderInventory;
import io.arrtheaudio.adapter.files.LibraryProbe;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.adapter.files.SpaceProbe;
import io.arrtheaudio.adapter.files.SparseStandIns;
import io.arrtheaudio.adapter.files.SystemProbe;
import io.arrtheaudio.adapter.files.nfo.NfoTitleNotes;
import io.arrtheaudio.adapter.jdbi.DatabaseProbe;
import io.arrtheaudio.adapter.tmdb.TmdbProbe;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.LookupSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.ToolsSettings;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.Telemetry;
import io.arrtheaudio.port.out.ToldTitleStore;
import io.arrtheaudio.service.CachedLanguages;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FirstPossible;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.OwnChanges;
import io.arrtheaudio.service.RecoveryService;
import io.arrtheaudio.service.TitleLanguages;
import io.arrtheaudio.service.ToldTitles;
import io.arrtheaudio.service.UndoService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * What commands and the daemon are both made of: the disk, the engine, the database, and who tells original languages.
 * Nothing is opened or started before it is needed.
 *
 * @param clock tells what time it is
 * @param disk files
 * @param tools other programs
 * @param engine reads and changes media files
 * @param database the data folder's
 * @param answers about titles
 * @param told of titles by Arr apps
 * @param tmdb where they come from
 * @param own what this run has begun to change and not ended
 */
record Core(
        InstantSource clock,
        Disk disk,
        Tools tools,
        Engine engine,
        DatabaseOnDemand database,
        LanguageCache answers,
        ToldTitleStore told,
        TmdbOnDemand tmdb,
        OwnChanges own,
        Telemetry telemetry)
        implements AutoCloseable {

    private static final HealthProbe TMDB_IS_OFF = () -> List.of(Finding.ok("TMDB", "off; tmdb.enabled is false"));

    /** Tells nobody what happens. */
    static Core of(Settings settings, DatabaseOnDemand database) {
        return of(settings, database, Telemetry.SILENT);
    }

    static Core of(Settings settings, DatabaseOnDemand database, Telemetry telemetry) {
        Tools tools = new Tools(toolSettings(settings.tools()));
        return new Core(
                InstantSource.system(),
                new Disk(
                        new DiskMediaFiles(),
                        new PatchWriter(),
                        new DiskReplacements("cp", settings.tools().timeout())),
                tools,
                engine(settings.engine(), tools),
                database,
                database.languages(),
                database.told(),
                new TmdbOnDemand(settings.lookup().tmdb(), telemetry),
                new OwnChanges(),
                telemetry);
    }

    /** Fixes files by these settings. */
    FixService fix(Settings settings) {
        LookupSettings lookup = settings.lookup();
        OriginalLanguages source = lookup.asksTmdb()
                ? new CachedLanguages(answers, tmdb, lookup.cache(), clock, telemetry)
                : OriginalLanguages.NOBODY;
        ToldTitles earlier = new ToldTitles(told, disk.files(), roots(settings));
        TitleLanguages titles = new TitleLanguages(lookup.titles(), earlier, new NfoTitleNotes(), source);
        return new FixService(disk, engine, database.journal(), titles, settings.rules(), clock, own, telemetry);
    }

    /** Folders by whose names files may come. */
    private static List<Path> roots(Settings settings) {
        return Stream.concat(
                        settings.libraries().stream(),
                        settings.server().mappings().mappings().stream().map(PathMapping::local))
                .distinct()
                .toList();
    }

    UndoService undo(Settings settings) {
        return new UndoService(disk, engine, database.journal(), settings.rules(), clock, own, telemetry);
    }

    RecoveryService recovery(Settings settings) {
        return new RecoveryService(
                disk, engine.inspector(), database.journal(), settings.rules().mtime(), own);
    }

    /** Look after what is needed outside. */
    List<HealthProbe> probes(Settings settings) {
        LookupSettings lookup = settings.lookup();
        return List.of(
                new DatabaseProbe(database.settings()),
                new ToolsProbe(tools, settings.engine() == EngineChoice.TOOLS),
                lookup.enabled() ? new TmdbProbe(lookup.tmdb()) : TMDB_IS_OFF,
                new LibraryProbe(settings.libraries(), disk.replacements()),
                () -> space(settings),
                new SystemProbe());
    }

    /** A disk that has room was told with its library, or holds but the little that the program keeps. */
    private List<Finding> space(Settings settings) {
        return Stream.concat(Stream.of(database.settings().dataFolder()), settings.libraries().stream())
                .map(folder ->
                        new SpaceProbe(folder, () -> settings.server().health().minFreePercent()))
                .flatMap(probe -> probe.examine().stream())
                .filter(finding -> finding.level() != Level.OK)
                .toList();
    }

    /** Ends all threads and lets go of the data folder. */
    @Override
    public void close() {
        tmdb.close();
        database.close();
    }

    private static Engine engine(EngineChoice choice, Tools tools) {
        BuiltInEngine builtIn = new BuiltInEngine();
        SparseStandIns standIns = new SparseStandIns();
        return switch (choice) {
            case BUILTIN -> Engine.patching(builtIn, builtIn);
            case AUTO ->
                new Engine(
                        builtIn,
                        new FirstPossible(builtIn, new ToolPlanner(tools, standIns)),
                        new FfmpegRewriter(tools),
                        new HeaderInventory());
            case TOOLS ->
                new Engine(
                        new ToolInspector(tools),
                        ToolPlanner.alone(tools, standIns),
                        new FfmpegRewriter(tools),
                        new HeaderInventory());
        };
    }

    private static ToolSettings toolSettings(ToolsSettings settings) {
        return new ToolSettings(
                settings.paths().ffprobe(),
                settings.paths().ffmpeg(),
                settings.paths().mkvpropedit(),
                settings.paths().mkvmerge(),
                settings.timeout(),
                settings.allowTailTracks(),
                settings.verifyStreams());
    }
}
