package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.HealthDesk;
import io.arrtheaudio.port.in.LanguageMemory;
import io.arrtheaudio.port.in.RecoverEdits;
import io.arrtheaudio.port.in.UndoEdits;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.HealthService;
import io.arrtheaudio.service.LanguageMemoryService;
import io.arrtheaudio.service.ScanService;

/**
 * The program, put together. Set logging up before: the services touch it.
 *
 * @param fix fixes one file
 * @param library fixes many
 * @param undo takes changes back
 * @param recovery settles what an earlier run left; to be called before anything is changed
 * @param health looks after what the program needs
 * @param languages what was answered about titles, and told of them
 * @param whenStopping ends lookups that are under way, and lets none begin; what needs one is left alone then
 * @param whenDone ends all threads and lets go of the data folder
 */
public record Assembly(
        FixDefaultAudio fix,
        FixLibrary library,
        UndoEdits undo,
        RecoverEdits recovery,
        HealthDesk health,
        LanguageMemory languages,
        Runnable whenStopping,
        Runnable whenDone)
        implements AutoCloseable {

    /**
     * Puts the program together. Nothing is opened or made in the data folder before it is needed.
     *
     * @param access {@code LOOKING} if nothing is to be made or written there at all
     */
    public static Assembly of(Settings settings, DatabaseSettings data, Access access) {
        Core core = Core.of(settings, new DatabaseOnDemand(data, access));
        FixService fix = core.fix(settings);
        return new Assembly(
                fix,
                new ScanService(core.disk().files(), fix, core.clock()),
                core.undo(settings),
                core.recovery(settings),
                new HealthService(core.probes(settings)),
                new LanguageMemoryService(
                        core.answers(), core.told(), settings.server().mappings(), settings.libraries(), core.clock()),
                core.tmdb()::close,
                core::close);
    }

    @Override
    public void close() {
        whenDone.run();
    }
}
