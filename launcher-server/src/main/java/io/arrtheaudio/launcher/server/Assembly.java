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
import io.arrtheaudio.adapter.files.SparseStandIns;
import io.arrtheaudio.adapter.files.nfo.NfoTitleNotes;
import io.arrtheaudio.adapter.jdbi.DatabaseProbe;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.tmdb.TmdbProbe;
import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.LookupSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.launcher.server.settings.ToolsSettings;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.in.RecoverEdits;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.LanguageCache;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.service.CachedLanguages;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FirstPossible;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.HealthService;
import io.arrtheaudio.service.LanguageMemoryService;
import io.arrtheaudio.service.RecoveryService;
import io.arrtheaudio.service.ScanService;
import io.arrtheaudio.service.TitleLanguages;
import io.arrtheaudio.service.UndoService;
import java.time.InstantSource;
import java.util.List;

/**
 * The program, put together. Set logging up before: the services touch it.
 *
 * @param fix fixes one file
 * @param library fixes many
 * @param undo takes changes back
 * @param recovery settles what an earlier run left; to be called before anything is changed
 * @param health looks after what the program needs
 * @param languages what was answered about titles
 * @param whenDone ends all threads and lets go of the data folder
 */
public record Assembly(
        FixDefaultAudio fix,
        FixLibrary library,
        UndoEdits undo,
        RecoverEdits recovery,
        HealthDesk health,
        LanguageMemory languages,
        Runnable whenDone)
        implements AutoCloseable {

    private static final HealthProbe TMDB_IS_OFF = () -> List.of(Finding.ok("TMDB", "off; tmdb.enabled is false"));

    /**
     * Puts the program together. Nothing is opened or made in the data folder before it is needed.
     *
     * @param access {@code LOOKING} if nothing is to be made or written there at all
     */
    public static Assembly of(Settings settings, DatabaseSettings data, Access access) {
        InstantSource clock = InstantSource.system();
        Disk disk = new Disk(
                new DiskMediaFiles(),
                new PatchWriter(),
                new DiskReplacements("cp", settings.tools().timeout()));
        Tools tools = new Tools(toolSettings(settings.tools()));
        Engine engine = engine(settings.engine(), tools);
        DatabaseOnDemand database = new DatabaseOnDemand(data, access);
        EditJournal journal = database.journal();
        LanguageCache answers = database.languages();
        LookupSettings lookup = settings.lookup();
        TmdbOnDemand tmdb = new TmdbOnDemand(lookup.tmdb());
        OriginalLanguages source = lookup.asksTmdb()
                ? new CachedLanguages(answers, tmdb, lookup.cache(), clock)
                : OriginalLanguages.NOBODY;
        TitleLanguages titles = new TitleLanguages(lookup.titles(), new NfoTitleNotes(), source);
        FixService fix = new FixService(disk, engine, journal, titles, settings.rules(), clock);
        return new Assembly(
                fix,
                new ScanService(disk.files(), fix, clock),
                new UndoService(disk, engine, journal, settings.rules(), clock),
                new RecoveryService(
                        disk, engine.inspector(), journal, settings.rules().mtime()),
                new HealthService(List.of(
                        new DatabaseProbe(data),
                        new ToolsProbe(tools, settings.engine() == EngineChoice.TOOLS),
                        lookup.enabled() ? new TmdbProbe(lookup.tmdb()) : TMDB_IS_OFF,
                        new LibraryProbe(settings.libraries(), disk.replacements()))),
                new LanguageMemoryService(answers),
                () -> {
                    tmdb.close();
                    database.close();
                });
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

    @Override
    public void close() {
        whenDone.run();
    }
}
