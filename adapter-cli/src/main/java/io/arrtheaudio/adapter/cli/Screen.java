package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import java.io.PrintStream;

/**
 * Prints whole lines, each at once, and keeps at most one line of progress below them. What comes in must be
 * {@link Shown} already.
 *
 * <p>Thread-safe.
 */
final class Screen {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final Terminal terminal;
    private String progress = "";
    private boolean progressEnded;

    Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** A result. */
    synchronized void print(String line) {
        write(terminal.out(), line);
    }

    /** A problem or a remark. */
    synchronized void tell(String line) {
        write(terminal.err(), line);
    }

    /** A problem by which something failed, one line for each line of the message. */
    void complain(String message) {
        String name = Paint.RED.on(terminal.isColourful(Side.ERR), "arrtheaudio:");
        message.lines().forEach(line -> tell(name + " " + Shown.text(line)));
    }

    /** A remark about something that went well all the same. */
    void remark(String message) {
        String name = Paint.YELLOW.on(terminal.isColourful(Side.ERR), "note:");
        message.lines().forEach(line -> tell(name + " " + Shown.text(line)));
    }

    /** Text for a result in a colour, if results are shown in colour. */
    String painted(Paint paint, String text) {
        return paint.on(terminal.isColourful(Side.OUT), text);
    }

    /** A question; the answer is expected behind it. */
    synchronized void ask(String question) {
        terminal.err().print(question);
        terminal.err().flush();
    }

    /** Shows progress below all lines, in place of the last one; empty for none. Only for terminals. */
    synchronized void progress(String text) {
        if (progressEnded) {
            return; // who draws in the background may come late
        }
        progress = text;
        terminal.err().print(ERASE_LINE + progress);
        terminal.err().flush();
    }

    /** Takes the progress away for good. */
    synchronized void endProgress() {
        progress("");
        progressEnded = true;
    }

    /** Whether nobody reads the results any more: {@code arrtheaudio scan | head}. */
    boolean isClosed() {
        return terminal.out().checkError();
    }

    private void write(PrintStream stream, String line) {
        if (!progress.isEmpty()) {
            terminal.err().print(ERASE_LINE);
            terminal.err().flush();
        }
        stream.print(line + System.lineSeparator());
        stream.flush();
        if (!progress.isEmpty()) {
            terminal.err().print(progress);
            terminal.err().flush();
        }
    }
}
