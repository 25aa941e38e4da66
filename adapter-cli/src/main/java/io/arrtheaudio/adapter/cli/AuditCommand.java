package io.arrtheaudio.adapter.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows who asked the daemon for what. */
@Command(
        name = "audit",
        description = {
            "Shows who asked the daemon for what, the newest first: what was cancelled, retried, taken back, begun or cleaned"
                    + " up, and wrong keys."
        })
final class AuditCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.Reader.class,
            description = "a time back such as 2h or 3d, or a moment such as 2026-01-31T18:00:00Z; a day if not told")
    private Since since = new Since("1d", now -> now.minus(Duration.ofDays(1)));

    @Option(names = "--limit", paramLabel = "N", description = "how many at most; 1000 if not told")
    private int limit = 1_000;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    AuditCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Admin admin = invocation.administer()) {
            AdminReport report = AdminReport.of(json, invocation.screen());
            report.audit(admin.audit().get().since(since.at(invocation.clock().instant()), Math.max(1, limit)));
            return ExitCode.DONE;
        }
    }
}
