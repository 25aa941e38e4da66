package io.arrtheaudio.bench;

import java.io.PrintStream;

/** Whole processes of the command, from the wrapper script to the exit. */
final class StartRace {

    private static final int ROUNDS = 21;

    private final String command;
    private final PrintStream out;

    StartRace(String command, PrintStream out) {
        this.command = command;
        this.out = out;
    }

    void run() throws Exception {
        out.println("| command, " + ROUNDS + " times | ms min / median / max |");
        out.println("|---|---|");
        for (String argument : new String[] {"--help", "version"}) {
            Tool.run(command, argument);
            out.println("| `./arrtheaudio " + argument + "` | "
                    + Race.of(ROUNDS, () -> {
                        Tool.run(command, argument);
                        return argument;
                    })
                    + " |");
        }
    }
}
