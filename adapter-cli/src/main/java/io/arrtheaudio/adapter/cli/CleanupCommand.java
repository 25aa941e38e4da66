package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.port.in.Housekeeping;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets jobs that ended long ago. */
@Command(
        name = "cleanup",
        description = {
            "Forgets jobs that ended as long ago as the settings say, or longer than a time; the daemon does so by itself.",
            "Changes stay in the journal, so that undo can take them back."
        })
final class CleanupCommand implements Callable<Integer> {

    private final Invocation invocation;

    // picocli leaves a field null if its option was not given.
    @Option(
            names = "--older-than",
            paramLabel = "TIME",
            converter = Since.Reader.class,
            description = "jobs that ended before that, however they ended: 30d, or a moment")
    private Since olderThan;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    CleanupCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<Since> before = Optional.ofNullable(olderThan);
        Consent consent = yes ? Consent.GIVEN : ask(before);
        if (consent != Consent.GIVEN) {
            return consent.exitCode();
        }
        try (Wiring.Admin admin = invocation.administer()) {
            Housekeeping keeping = admin.housekeeping().get();
            AdminReport.of(json, invocation.screen())
                    .cleanedUp(before.map(since -> keeping.cleanUp(age(since))).orElseGet(keeping::cleanUp));
            return ExitCode.DONE;
        }
    }

    private Duration age(Since since) {
        Instant now = invocation.clock().instant();
        Duration age = Duration.between(since.at(now), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Consent ask(Optional<Since> before) {
        String which =
                before.map(since -> "before " + Shown.text(since.written())).orElse("as long ago as the settings say");
        return Consent.ask(
                invocation.screen(), "cleanup forgets jobs", " to let it", "forget all jobs that ended " + which + "?");
    }
}
