package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.domain.health.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at everything the program needs. */
@Command(
        name = "doctor",
        description = {
            "Looks at the settings, the data folder, the tools and the libraries, and says what to do about what is not"
                    + " well.",
            "Changes no media; a file that it makes to try something is removed at once. Exit code 1 if there is a problem."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Desk desk = invocation.open()) {
            List<Finding> findings = new ArrayList<>();
            findings.add(settings(desk.source()));
            findings.addAll(desk.health().examine());
            invocation.report(json, TextReport.Detail.NONE).findings(findings);
            boolean isIll = findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM);
            return isIll ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private static Finding settings(String source) {
        return Finding.ok("settings", source.isEmpty() ? "no settings file, so the defaults hold" : source);
    }
}
