package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.adapter.cli.Terminal.Side;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds out which standard streams are terminals. The first that answers is believed:
 *
 * <ol>
 *   <li>the system property {@value #PROPERTY}, for wrapper scripts, which can ask the shell: any of the digits 0 (in),
 *       1 (out) and 2 (err), empty for none
 *   <li>on Linux, what {@code /proc/self/fd} says the streams are
 *   <li>{@link System#console()}, which knows only about in and out together
 * </ol>
 */
final class TerminalProbe {

    static final String PROPERTY = "arrtheaudio.tty";

    private TerminalProbe() {}

    static Set<Side> interactive() {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return ofDigits(told);
        }
        Path descriptors = Path.of("/proc/self/fd");
        return Files.isDirectory(descriptors) ? ofDescriptors(descriptors) : ofConsole();
    }

    static Set<Side> ofDigits(String digits) {
        Set<Side> found = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            if (digits.indexOf('0' + side.ordinal()) >= 0) {
                found.add(side);
            }
        }
        return found;
    }

    static Set<Side> ofDescriptors(Path descriptors) {
        Set<Side> found = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            if (isTerminal(descriptors.resolve(String.valueOf(side.ordinal())))) {
                found.add(side);
            }
        }
        return found;
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.matches("/dev/(pts/[0-9]+|tty.*|console)");
        } catch (IOException e) {
            return false; // a closed stream has no link
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is asked whether it is a terminal, too
    private static Set<Side> ofConsole() {
        Console console = System.console();
        return console != null && isTerminal(console) ? EnumSet.allOf(Side.class) : EnumSet.noneOf(Side.class);
    }

    /** Since Java 22 there is a console without a terminal, too; its method that tells is not there on Java 17. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
