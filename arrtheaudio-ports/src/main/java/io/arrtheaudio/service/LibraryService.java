package io.arrtheaudio.service;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.in.FixDefaultAudio;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.Inspection;
import io.arrtheaudio.port.in.LibraryFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks into files behind the gate, a few at a time: nobody waits longer for a disk that hangs than for one that is slow.
 *
 * <p>Thread-safe.
 */
public final class LibraryService implements LibraryFiles, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_LOOKS_AT_ONCE = 8;

    private final LibraryGate gate;
    private final FixDefaultAudio fix;
    private final Duration patience;
    private final Glance glance = new Glance(MOST_LOOKS_AT_ONCE);

    /** @param fix does the looking */
    public LibraryService(LibraryGate gate, FixDefaultAudio fix) {
        this(gate, fix, PATIENCE);
    }

    LibraryService(LibraryGate gate, FixDefaultAudio fix, Duration patience) {
        this.gate = gate;
        this.fix = fix;
        this.patience = patience;
    }

    @Override
    public Optional<Inspection> inspect(String path, AboutTitle about, List<Language> languages) {
        return glance.need("the file", () -> look(path, about, languages), patience);
    }

    /** Ends the threads that look at disks. */
    @Override
    public void close() {
        glance.close();
    }

    private Optional<Inspection> look(String path, AboutTitle about, List<Language> languages) {
        Optional<Path> real = gate.enter(path);
        if (real.isEmpty()) {
            gate.expectThere(path);
        }
        return real.map(file ->
                fix.inspect(file, FixOptions.within(file).withTitle(about).withLanguages(languages)));
    }
}
