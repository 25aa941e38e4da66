package io.arrtheaudio.launcher.cli;

import io.arrtheaudio.adapter.cli.Program;
import io.arrtheaudio.adapter.cli.Terminal;

/** Runs one command and ends the process with its exit code. */
public final class Main {

    private Main() {}

    /** Started by {@code java -jar arrtheaudio.jar}. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        System.exit(new Program(new CliWiring(terminal.environment()), terminal).run(arguments));
    }
}
