package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which bash and zsh complete commands, options and file names. */
@Command(
        name = "generate-completion",
        description = {
            "Prints a completion script for bash and zsh.",
            "Try it: source <(" + RootCommand.NAME + " generate-completion)"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .screen()
                .print(AutoComplete.bash(RootCommand.NAME, spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
