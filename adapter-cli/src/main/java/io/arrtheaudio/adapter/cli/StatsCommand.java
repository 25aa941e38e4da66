package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows how much was done. */
@Command(
        name = "stats",
        description =
                "Shows how many jobs there are and what became of them, what files took, and how much is remembered.")
final class StatsCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    StatsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            AdminReport.of(json, invocation.screen()).figures(admin.statistics().figures());
            return ExitCode.DONE;
        }
    }
}
