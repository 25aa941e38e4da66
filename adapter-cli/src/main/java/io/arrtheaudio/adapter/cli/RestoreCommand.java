package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.Backup;
import io.arrtheaudio.port.in.BackupDesk;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of what the program remembers. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of what the program remembers, after everything in it was verified. What was there"
                    + " is kept beside it.",
            "The daemon must not run. Media files are not touched; the settings of the backup are put beside the data and"
                    + " not used."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", converter = FileName.class, description = "a backup by admin backup")
    private Path file;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    RestoreCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            BackupDesk backups = admin.backups();
            Consent consent = yes ? Consent.GIVEN : ask(backups.look(file));
            if (consent != Consent.GIVEN) {
                return consent.exitCode();
            }
            invocation.report(json, TextReport.Detail.NONE).restored(backups.restore(file));
            return ExitCode.DONE;
        }
    }

    private Consent ask(Backup backup) {
        return Consent.ask(
                invocation.screen(),
                "restore replaces what the program remembers",
                " to let it",
                "replace what the program remembers by the backup of " + BackupText.time(backup, ZoneId.systemDefault())
                        + "?");
    }
}
