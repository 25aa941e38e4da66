package io.arrtheaudio.service;

import io.arrtheaudio.port.in.ThreadReport;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.StringJoiner;

/**
 * Looks at every thread of this program.
 *
 * <p>Thread-safe.
 */
public final class ThreadDump implements ThreadReport {

    private static final int MOST_FRAMES = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public String threads() {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        Arrays.stream(threads.dumpAllThreads(
                        threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported(), MOST_FRAMES))
                .sorted(Comparator.comparingLong(ThreadInfo::getThreadId))
                .forEach(thread -> add(thread, lines));
        return lines.toString();
    }

    private static void add(ThreadInfo thread, StringJoiner lines) {
        lines.add("\"" + thread.getThreadName() + "\" #" + thread.getThreadId() + (thread.isDaemon() ? " daemon" : "")
                + " " + thread.getThreadState() + waitsFor(thread));
        for (StackTraceElement frame : thread.getStackTrace()) {
            lines.add("    at " + frame);
        }
        lines.add("");
    }

    private static String waitsFor(ThreadInfo thread) {
        String lock = thread.getLockName() == null ? "" : " on " + thread.getLockName();
        return thread.getLockOwnerName() == null ? lock : lock + " of \"" + thread.getLockOwnerName() + "\"";
    }
}
