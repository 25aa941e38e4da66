package io.arrtheaudio.adapter.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Where a command reads and writes, and what is known about it. Both output streams encode UTF-8, whatever the platform's
 * encoding is.
 *
 * @param in answers to questions
 * @param out results
 * @param err problems, questions and progress
 * @param interactive which of the three are a terminal
 * @param environment the environment variables
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Set<Side> interactive, Map<String, String> environment) {

    /** The three standard streams. */
    public enum Side {
        /** Standard input. */
        IN,
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR
    }

    /** Copies the collections. */
    public Terminal {
        interactive = Set.copyOf(interactive);
        environment = Map.copyOf(environment);
    }

    /** The streams of this process; see {@code TerminalProbe} for how terminals are told from pipes. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                TerminalProbe.interactive(),
                System.getenv());
    }

    /** Whether all these streams are terminals. */
    boolean isInteractive(Side... sides) {
        return interactive.containsAll(Set.of(sides));
    }

    /** Whether colours may be sent there: https://no-color.org, and no {@code TERM=dumb}. */
    boolean isColourful(Side side) {
        return isInteractive(side) && environment.getOrDefault("NO_COLOR", "").isEmpty() && !isDumb();
    }

    /** Whether a line of progress can be drawn, and drawn over. */
    boolean canShowProgress() {
        return isInteractive(Side.ERR) && !isDumb();
    }

    /** Whether the cursor cannot be moved. */
    boolean isDumb() {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** How many columns fit: the variable COLUMNS if it holds a number that can be true, else 80. */
    int columns() {
        String told = environment.getOrDefault("COLUMNS", "");
        int columns = told.matches("[0-9]{2,4}") ? Integer.parseInt(told) : 80;
        return Math.max(columns, 40);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        OutputStream bytes = new BufferedOutputStream(new FileOutputStream(descriptor));
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
