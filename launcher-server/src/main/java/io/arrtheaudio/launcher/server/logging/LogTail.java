package io.arrtheaudio.launcher.server.logging;

import io.arrtheaudio.launcher.server.settings.LogOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of the log, for those who look for what went wrong. */
public final class LogTail {

    private static final long MOST_BYTES = 4L << 20;

    private LogTail() {}

    /**
     * The last lines of the log; where it goes, if that is no file.
     *
     * @param most how many
     */
    public static String of(LogOutput output, int most) {
        if (!(output instanceof LogOutput.File log)) {
            return "the log goes to " + ((LogOutput.Stream) output).name()
                    + ", not to a file; whoever started the program has it (journalctl, docker compose logs)\n";
        }
        try {
            return last(log.path(), most);
        } catch (IOException e) {
            return "the log " + log.path() + " cannot be read: " + e + "\n";
        }
    }

    /** What is written meanwhile does not matter. */
    private static String last(Path log, int most) throws IOException {
        long left = Math.max(0, Files.size(log) - MOST_BYTES);
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(left);
            String end = new String(in.readNBytes((int) MOST_BYTES), StandardCharsets.UTF_8);
            List<String> lines = end.lines().toList();
            boolean isCut = left > 0 && lines.size() <= most; // then the first is not whole
            List<String> told = lines.subList(Math.max(isCut ? 1 : 0, lines.size() - most), lines.size());
            return told.isEmpty() ? "" : String.join("\n", told) + "\n";
        }
    }
}
