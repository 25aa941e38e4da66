package io.arrtheaudio.service;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.LibraryFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks into files behind the gate.
 *
 * <p>Thread-safe.
 */
public final class LibraryService implements LibraryFiles {

    private final LibraryGate gate;
    private final FixDefaultAudio fix;

    /** @param fix does the looking */
    public LibraryService(LibraryGate gate, FixDefaultAudio fix) {
        this.gate = gate;
        this.fix = fix;
    }

    @Override
    public Optional<Inspection> inspect(String path, AboutTitle about, List<Language> languages) {
        Optional<Path> real = gate.enter(path);
        if (real.isEmpty()) {
            gate.expectThere(path);
        }
        return real.map(file ->
                fix.inspect(file, FixOptions.within(file).withTitle(about).withLanguages(languages)));
    }
}
