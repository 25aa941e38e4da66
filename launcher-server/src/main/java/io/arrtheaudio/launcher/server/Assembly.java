package io.arrtheaudio.launcher.server;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.out.MediaFiles;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.ScanService;
import java.time.InstantSource;

/**
 * The program, put together. Set logging up before: the services touch it.
 *
 * @param fix fixes one file
 * @param library fixes many
 */
public record Assembly(FixDefaultAudio fix, FixLibrary library) {

    /** Puts the program together by the settings. Both engine choices mean the built-in one in this version. */
    public static Assembly of(Settings settings) {
        InstantSource clock = InstantSource.system();
        MediaFiles files = new DiskMediaFiles();
        BuiltInEngine engine = new BuiltInEngine();
        FixService fix = new FixService(files, engine, engine, new PatchWriter(), settings.rules(), clock);
        return new Assembly(fix, new ScanService(files, fix, clock));
    }
}
