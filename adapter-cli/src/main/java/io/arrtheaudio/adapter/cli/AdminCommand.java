package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What somebody needs who looks after the program; see its sub-commands. */
@Command(name = "admin", description = "Looks after the program itself.", synopsisSubcommandLabel = "COMMAND")
final class AdminCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
