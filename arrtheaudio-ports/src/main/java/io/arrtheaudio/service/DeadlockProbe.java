package io.arrtheaudio.service;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Looks for threads of this program that wait for each other for ever.
 *
 * <p>Thread-safe.
 */
public final class DeadlockProbe implements HealthProbe {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public List<Finding> examine() {
        long[] locked = threads.findDeadlockedThreads();
        return List.of(
                locked == null
                        ? Finding.ok("deadlock", "none")
                        : Finding.problem(
                                "deadlock",
                                "threads wait for each other for ever: " + names(threads.getThreadInfo(locked)),
                                "restart the program and report this, with the names"));
    }

    private static String names(ThreadInfo[] infos) {
        return Arrays.stream(infos)
                .filter(Objects::nonNull)
                .map(info -> info.getThreadName() + " for " + info.getLockOwnerName())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
