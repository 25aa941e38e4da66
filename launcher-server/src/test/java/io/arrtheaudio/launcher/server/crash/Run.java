package io.arrtheaudio.launcher.server.crash;

import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.files.DiskMediaFiles;
import io.arrtheaudio.adapter.files.DiskReplacements;
import io.arrtheaudio.adapter.files.KillableWriter;
import io.arrtheaudio.adapter.files.journal.FileEditJournal;
import io.arrtheaudio.adapter.files.journal.LockFiles;
import io.arrtheaudio.adapter.jdbi.Database;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.adapter.jdbi.JdbiEditJournal;
import io.arrtheaudio.domain.edit.Outcome;
import io.arrtheaudio.domain.edit.UndoOutcome;
import io.arrtheaudio.domain.journal.Recovered;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.port.in.FixOptions;
import io.arrtheaudio.port.in.UndoObserver;
import io.arrtheaudio.port.in.UndoRequest;
import io.arrtheaudio.port.out.EditJournal;
import io.arrtheaudio.service.Disk;
import io.arrtheaudio.service.Engine;
import io.arrtheaudio.service.FixRules;
import io.arrtheaudio.service.FixService;
import io.arrtheaudio.service.HardlinkRule;
import io.arrtheaudio.service.RecoveryService;
import io.arrtheaudio.service.UndoService;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One run of the program on a data folder, in this process; closing it is a clean end. */
final class Run implements AutoCloseable {

    private final LockFiles locks;
    private final List<Database> open = new ArrayList<>();
    private final EditJournal journal;
    private final Disk disk;
    private final Engine engine;
    private final FixRules rules;

    /**
     * Starts one.
     *
     * @param inDatabase whether the journal is the database, or a folder of small files
     * @param point told each place at which the program may be killed
     */
    Run(Path data, boolean inDatabase, HardlinkRule hardlinks, Consumer<String> point) {
        locks = LockFiles.in(data.resolve("locks"));
        journal = new KillableJournal(
                inDatabase ? database(data) : FileEditJournal.in(data.resolve("journal"), locks), point);
        disk = new Disk(
                new DiskMediaFiles(),
                KillableWriter.passing(point),
                new KillableReplacements(new DiskReplacements(), point));
        BuiltInEngine builtIn = new BuiltInEngine();
        engine = Engine.patching(builtIn, builtIn);
        rules = FixRules.DEFAULT.with(hardlinks);
    }

    private EditJournal database(Path data) {
        Database database = Database.open(DatabaseSettings.in(data));
        open.add(database);
        return new JdbiEditJournal(database, locks);
    }

    List<Recovered> recover() {
        return new RecoveryService(disk, engine.inspector(), journal, rules.mtime()).recover();
    }

    Outcome fix(Path file, String language) {
        FixOptions options = FixOptions.within(file)
                .withLanguages(List.of(new Language(language, "", "")))
                .evenIfUndone();
        return new FixService(disk, engine, journal, rules, InstantSource.system()).fix(file, options);
    }

    List<UndoOutcome> undo(Path file) {
        List<UndoOutcome> outcomes = new ArrayList<>();
        UndoObserver collecting = outcomes::add;
        new UndoService(disk, engine, journal, rules, InstantSource.system()).undo(UndoRequest.of(file), collecting);
        return outcomes;
    }

    @Override
    public void close() {
        open.forEach(Database::close);
        locks.close();
    }
}
