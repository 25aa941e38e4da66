package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.backup.BackupFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a backup of what the program remembers. */
@Command(
        name = "backup",
        description = {
            "Makes a backup of what the program remembers: changes, jobs, answers about titles, who asked for what, and the"
                    + " settings.",
            "The daemon may run meanwhile. Media files are not in it."
        })
final class BackupCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = FileName.class,
            description =
                    "the file to be made, or a folder for it; the current one and a name with the time if not told")
    private Path output = Path.of("");

    @Option(names = "--with-secrets", description = "keys too: those of the settings and the one that callers show")
    private boolean withSecrets;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    BackupCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            BackupFile made = admin.backups().make(output, withSecrets);
            invocation.report(json, TextReport.Detail.NONE).backup(made);
            return ExitCode.DONE;
        }
    }
}
