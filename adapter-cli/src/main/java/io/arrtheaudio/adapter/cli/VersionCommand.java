package io.arrtheaudio.adapter.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version this is, and of what it runs on. */
@Command(name = "version", description = "Shows the versions of the program and of Java.")
final class VersionCommand implements Callable<Integer> {

    private final Invocation invocation;
    private final String version;

    VersionCommand(Invocation invocation, String version) {
        this.invocation = invocation;
        this.version = version;
    }

    @Override
    public Integer call() {
        invocation.screen().print(version);
        invocation
                .screen()
                .print("Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return ExitCode.DONE;
    }
}
