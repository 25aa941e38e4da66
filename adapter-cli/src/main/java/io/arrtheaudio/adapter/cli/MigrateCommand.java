package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the database up to date. */
@Command(
        name = "migrate",
        description = {
            "Brings the database to the version that this program knows; every command that changes something does so too.",
            "A copy of how it was before is kept."
        })
final class MigrateCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--status", description = "only tell which version there is, and which is known")
    private boolean status;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    MigrateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            Wiring.Tables tables = admin.tables();
            AdminReport.of(json, invocation.screen()).tables(status ? tables.look() : tables.update());
            return ExitCode.DONE;
        }
    }
}
