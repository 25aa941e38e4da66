package io.arrtheaudio.launcher.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of Java holds at a moment, as the kernel (proc(5)) and {@code jcmd} tell.
 *
 * @param at seconds since the watch began
 * @param memory resident, in bytes
 * @param heap used in bytes, just after everything that nobody holds was thrown away
 * @param threads how many
 * @param files how many files and sockets are open
 */
record Vitals(long at, long memory, long heap, long threads, long files) {

    private static final Pattern USED = Pattern.compile("used ([0-9]+)K");
    private static final long KILO = 1_024;

    static Vitals of(Process process, long at) {
        String pid = Long.toString(process.pid());
        Films.run(List.of("jcmd", pid, "GC.run"));
        Matcher heap = USED.matcher(Films.run(List.of("jcmd", pid, "GC.heap_info")));
        if (!heap.find()) {
            throw new AssertionError("jcmd tells of no heap");
        }
        return new Vitals(
                at,
                status(pid, "VmRSS:") * KILO,
                Long.parseLong(heap.group(1)) * KILO,
                status(pid, "Threads:"),
                entries(Path.of("/proc", pid, "fd")));
    }

    private static long status(String pid, String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(text -> text.startsWith(line))
                    .mapToLong(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
