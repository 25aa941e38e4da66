package io.arrtheaudio.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the processors of this machine have done since it was started, in ticks of the kernel (proc(5)).
 *
 * @param all of them, idle or not
 * @param others spent by programs that are none of ours, or taken away by other machines
 */
record MachineTime(long all, long others) {

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int FIRST_INTERRUPT = 5;
    private static final int LAST_INTERRUPT = 6;
    private static final int COLUMNS = 8; // what comes behind them is counted in them
    private static final int OWN = 11; // behind the name: as a user, in the kernel
    private static final int ALSO_OF_CHILDREN = 4; // and the same of children that have ended

    /** Now; this program is ours, and so are these that it has started, and those that have ended. */
    static MachineTime without(Process... children) {
        String[] columns = lineOf(Path.of("/proc/stat")).split(" +");
        long[] ticks = Stream.of(columns)
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = LongStream.of(ticks).sum();
        long idle = ticks[IDLE] + ticks[WAITING] + ticks[FIRST_INTERRUPT] + ticks[LAST_INTERRUPT];
        long ours = ticks(ProcessHandle.current().pid(), ALSO_OF_CHILDREN)
                + Stream.of(children).mapToLong(child -> ticks(child.pid(), 2)).sum();
        return new MachineTime(all, all - idle - ours);
    }

    private static long ticks(long pid, int columns) {
        String stat = lineOf(Path.of("/proc", Long.toString(pid), "stat"));
        return Stream.of(stat.substring(stat.lastIndexOf(") ") + 2).split(" "))
                .skip(OWN)
                .limit(columns)
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static String lineOf(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The percentage that others have taken since then. */
    long percentOfOthersSince(MachineTime begin) {
        return 100 * (others - begin.others) / Math.max(1, all - begin.all);
    }
}
