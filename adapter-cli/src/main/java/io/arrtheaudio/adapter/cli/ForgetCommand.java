package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends the reports of a change that cannot be settled. */
@Command(
        name = "forget",
        description = {
            "Stops reporting a change that was cut off and cannot be settled, because its file was replaced or put right"
                    + " by hand.",
            "The file is left as it is. A change that can be settled is settled instead."
        })
final class ForgetCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "ENTRY", converter = JournalName.class, description = "the journal's entry, a number")
    private String entry;

    ForgetCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Wiring.Desk desk = invocation.open()) {
            if (desk.recovery().forget(entry)) {
                invocation.screen().print("entry " + Shown.text(entry) + " is forgotten, its file was left as it is");
                return ExitCode.DONE;
            }
            invocation.screen().complain("there is no change " + Shown.text(entry) + " that cannot be settled");
            return ExitCode.FAILED;
        }
    }
}
