package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the user answered when asked whether files may be changed. */
enum Consent {
    /** Yes. */
    GIVEN(ExitCode.DONE),
    /** Anything else. */
    REFUSED(ExitCode.FAILED),
    /** There was nobody to ask. */
    NOBODY_THERE(ExitCode.USAGE);

    private final int exitCode;

    Consent(int exitCode) {
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    /**
     * Asks on a terminal, and says so if there is none or the answer is no.
     *
     * @param command what wants to write
     * @param question what it would do, to be answered by yes or no
     */
    static Consent ask(Screen screen, String command, String question) {
        return ask(screen, command + " changes files", " to let it, or --dry-run to only look", question);
    }

    /**
     * The same for what is no change of media files.
     *
     * @param deed what is to be consented to: "restore replaces the data"
     * @param advice what stands behind the advice to add {@code --yes}
     */
    static Consent ask(Screen screen, String deed, String advice, String question) {
        if (!screen.terminal().isInteractive(Side.IN, Side.ERR)) {
            screen.complain(deed + ", and there is no terminal to ask for consent; add --yes" + advice);
            return NOBODY_THERE;
        }
        screen.ask(question + " [y/N] ");
        if (isYes(answer(screen))) {
            return GIVEN;
        }
        screen.tell("nothing was changed");
        return REFUSED;
    }

    private static boolean isYes(String answer) {
        return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** One line; empty at the end of the input. */
    private static String answer(Screen screen) {
        InputStreamReader characters = new InputStreamReader(screen.terminal().in(), StandardCharsets.UTF_8);
        try {
            String line = new BufferedReader(characters).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer", e);
        }
    }
}
