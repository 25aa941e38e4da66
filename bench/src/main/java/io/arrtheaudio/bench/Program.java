package io.arrtheaudio.bench;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.DiskReplacements;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.launcher.server.Access;
import io.arrtheaudio.launcher.server.Assembly;
import io.arrtheaudio.launcher.server.settings.EngineChoice;
import io.arrtheaudio.launcher.server.settings.Settings;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixLibrary;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.HardlinkRule;
import io.arrtheaudio.service.ScanService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The program as the command wires it, without the command. */
record Program(FixDefaultAudio fix, FixLibrary library, Runnable whenDone) implements AutoCloseable {

    static final Language ENGLISH = new Language("eng", "", "");
    static final Language JAPANESE = new Language("jpn", "", "");

    /** As it is without a settings file, with the journal in this folder. */
    static Program in(Path dataFolder) {
        return of(Settings.DEFAULT, dataFolder);
    }

    /** With another engine. */
    static Program in(Path dataFolder, EngineChoice engine) {
        return of(Settings.DEFAULT.withEngine(engine), dataFolder);
    }

    /** With another rule for files with several names. */
    static Program in(Path dataFolder, HardlinkRule hardlinks) {
        Settings usual = Settings.DEFAULT;
        FixRules rules = usual.rules().with(hardlinks);
        return of(
                new Settings(
                        rules,
                        usual.engine(),
                        usual.tools(),
                        usual.libraries(),
                        usual.lookup(),
                        usual.server(),
                        usual.run(),
                        usual.logging()),
                dataFolder);
    }

    /** With the built-in engine only, and another journal, which stays open. */
    static Program with(EditJournal journal) {
        BuiltInEngine engine = new BuiltInEngine();
        Disk disk =
                new Disk(new DiskMediaFiles(), new PatchWriter(), new DiskReplacements("cp", Duration.ofMinutes(5)));
        FixService fix = new FixService(
                disk, Engine.patching(engine, engine), journal, FixRules.DEFAULT, InstantSource.system());
        return new Program(fix, new ScanService(disk.files(), fix, InstantSource.system()), () -> {});
    }

    private static Program of(Settings settings, Path dataFolder) {
        Assembly assembly = Assembly.of(settings, DatabaseSettings.in(dataFolder), Access.CHANGING);
        return new Program(assembly.fix(), assembly.library(), assembly.whenDone());
    }

    /** Makes the track in a language the default; it must not be so already. */
    void switchTo(Language language, Path file) {
        Outcome outcome = fix.fix(file, FixOptions.within(file).withLanguages(List.of(language)));
        if (!(outcome instanceof Outcome.Changed)) {
            throw new IllegalStateException("not changed but " + outcome);
        }
    }

    Object inspect(Path file) {
        return fix.inspect(file, FixOptions.within(file));
    }

    ScanSummary scan(Path folder, Language language, int workers) {
        FixOptions options = FixOptions.within(folder).withLanguages(List.of(language));
        return library.scan(new ScanRequest(true, List.of(), List.of(), workers, options), new ScanObserver() {});
    }

    @Override
    public void close() {
        whenDone.run();
    }
}
