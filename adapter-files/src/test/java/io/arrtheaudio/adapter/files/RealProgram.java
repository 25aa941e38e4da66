package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.kit.InMemoryEditJournal;
import io.arrtheaudio.kit.InMemoryOwnerLocks;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.UndoService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that touches a file in the real program, with a journal in memory.
 *
 * @param fix changes files
 * @param undo gives them back
 */
record RealProgram(FixService fix, UndoService undo) {

    /** A program whose journal is empty. */
    static RealProgram start() {
        BuiltInEngine builtIn = new BuiltInEngine();
        Disk disk = new Disk(new DiskMediaFiles(), new PatchWriter(), new DiskReplacements());
        Engine engine = Engine.patching(builtIn, builtIn);
        InMemoryEditJournal journal = new InMemoryEditJournal(new InMemoryOwnerLocks());
        InstantSource clock = InstantSource.system();
        return new RealProgram(
                new FixService(disk, engine, journal, FixRules.DEFAULT, clock),
                new UndoService(disk, engine, journal, FixRules.DEFAULT, clock));
    }

    /** Takes the newest change of a file back; none is left if the answer is empty. */
    List<UndoOutcome> undo(Path file) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        UndoObserver collecting = outcomes::add;
        undo.undo(UndoRequest.of(file), collecting);
        return outcomes;
    }
}
