package io.arrtheaudio.adapter.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a settings file and tells what it means. */
@Command(
        name = "validate-config",
        description = {
            "Reads a settings file and tells every problem with its line, or what would hold.",
            "Nothing is changed. Exit code 2 if it cannot be used."
        })
final class ValidateConfigCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", converter = FileName.class, description = "a settings file")
    private Path file;

    @Option(names = "--json", description = "print one JSON object a line")
    private boolean json;

    ValidateConfigCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Wiring.Meaning meaning = invocation.wiring().meaning(file);
        meaning.notices().forEach(invocation.screen()::remark);
        AdminReport.of(json, invocation.screen()).meaning(meaning.facts());
        return ExitCode.DONE;
    }
}
