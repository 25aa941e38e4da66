package io.arrtheaudio.bench;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.PatchWriter;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.ScanObserver;
import io.arrtheaudio.port.in.ScanRequest;
import io.arrtheaudio.port.in.ScanSummary;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.ScanService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The program as the command wires it, without the command. */
final class Program {

    static final Language ENGLISH = new Language("eng", "", "");
    static final Language JAPANESE = new Language("jpn", "", "");

    private final FixService fix;
    private final ScanService scan;

    Program() {
        Assembly assembly = Assembly.of(Settings.DEFAULT, DatabaseSettings.in(dataFolder));
        this.fix = assembly.fix();
        this.scan = assembly.library();
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
        return scan.scan(new ScanRequest(true, List.of(), List.of(), workers, options), new ScanObserver() {});
    }
}
