package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything there is to say about a settings file, each with its line, so that a user mends all of it at once.
 *
 * <p>One thread at a time.
 */
final class Report {

    /** Stands for the whole file where a line is asked for. */
    static final int WHOLE_FILE = 0;

    private static final int MOST = 100;

    private final String file;
    private final List<Remark> problems = new ArrayList<>();
    private final List<Remark> notices = new ArrayList<>();

    /** About the file with this name, as the user knows it. */
    Report(String file) {
        this.file = file;
    }

    /** Something that must be mended before the settings can be used; lines are counted from 1. */
    void problem(int line, String text) {
        problems.add(new Remark(line, text));
    }

    /** Something the user should know. */
    void notice(int line, String text) {
        notices.add(new Remark(line, text));
    }

    /**
     * Ends here if there is a problem.
     *
     * @throws AudioFixException {@code FIX_SETTINGS} with every problem, one a line
     */
    void throwIfBroken() {
        if (!problems.isEmpty()) {
            throw new AudioFixException(Remedy.FIX_SETTINGS, String.join("\n", lines(problems)));
        }
    }

    /** All notices in the order of the file. */
    List<String> notices() {
        return lines(notices);
    }

    private List<String> lines(List<Remark> remarks) {
        List<String> lines = new ArrayList<>();
        remarks.stream()
                .sorted(Comparator.comparingInt(Remark::line))
                .limit(MOST)
                .forEach(remark -> lines.add(line(remark)));
        if (remarks.size() > MOST) {
            lines.add(file + ": and " + (remarks.size() - MOST) + " more");
        }
        return lines;
    }

    private String line(Remark remark) {
        return file + (remark.line() == WHOLE_FILE ? "" : ":" + remark.line()) + ": " + remark.text();
    }

    private record Remark(int line, String text) {}
}
