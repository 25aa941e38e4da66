package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the time of a command goes, by the counters that Java keeps of itself and leaves in a file when it ends. */
final class StartProfile implements Part {

    private static final int ROUNDS = 9;

    @Override
    public void run(Work work) throws Exception {
        String film = new Films(work.folder()).real("mkv", 1).toString();
        work.report()
                .table(
                        "command, median of " + work.effort().rounds(ROUNDS) + ", ms",
                        "all of it",
                        "before and after Java",
                        "Java until the program begins",
                        "the program",
                        "of that loading classes",
                        "classes",
                        "of them not in the archive");
        row(work, "--help");
        row(work, "inspect", film);
        row(work, "process", "--languages", "eng", film);
    }

    private static void row(Work work, String... arguments) throws Exception {
        List<Start> starts = new ArrayList<>();
        Start.of(work, arguments);
        for (int i = 0; i < work.effort().rounds(ROUNDS); i++) {
            starts.add(Start.of(work, arguments));
        }
        work.report()
                .row(
                        "`./arrtheaudio " + arguments[0]
                                + (arguments.length > 1 ? " FILE` of a film that is right" : "`"),
                        "**" + median(starts, start -> start.all) + "**",
                        median(starts, start -> start.all - start.java),
                        median(starts, start -> start.machine),
                        median(starts, start -> start.java - start.machine),
                        median(starts, start -> start.classes),
                        median(starts, start -> start.loaded),
                        median(starts, start -> start.unshared));
    }

    private static String median(List<Start> starts, ToDoubleFunction<Start> field) {
        double[] values = starts.stream().mapToDouble(field).sorted().toArray();
        return String.format("%.0f", values[values.length / 2]);
    }

    /**
     * One process; times in milliseconds.
     *
     * @param all from the start of the script to its end
     * @param java from the start of Java to its end
     * @param machine until Java calls the program
     * @param classes for loading classes
     * @param loaded how many classes
     * @param unshared how many of them from the jar
     */
    private record Start(double all, double java, double machine, double classes, double loaded, double unshared) {

        private static final double NANOS = 1e6;

        static Start of(Work work, String... arguments) throws IOException, InterruptedException {
            Path counters = work.folder().resolve("counters");
            List<String> command = new ArrayList<>(List.of(work.command()));
            command.addAll(Arrays.asList(arguments));
            long began = System.nanoTime();
            Tool.run(
                    Map.of(
                            "ARRTHEAUDIO_HOME",
                            work.folder().resolve("data").toString(),
                            "ARRTHEAUDIO_JAVA_OPTS",
                            "-XX:+PerfDataSaveToFile -XX:PerfDataSaveFile=" + counters),
                    command);
            double all = (System.nanoTime() - began) / NANOS;
            Start start = read(all, counters);
            Files.delete(counters);
            return start;
        }

        private static Start read(double all, Path counters) throws IOException, InterruptedException {
            String jstat =
                    Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
            String kept = Tool.printed(
                    Map.of(),
                    List.of(
                            jstat,
                            "-J-Djstat.showUnsupported=true",
                            "-snap",
                            counters.toUri().toString()));
            double unshared = value(kept, "java.cls.loadedClasses");
            return new Start(
                    all,
                    value(kept, "sun.os.hrt.ticks") / NANOS,
                    value(kept, "sun.rt.createVmEndTime") - value(kept, "sun.rt.createVmBeginTime"),
                    value(kept, "sun.cls.time") / NANOS,
                    unshared + value(kept, "java.cls.sharedLoadedClasses"),
                    unshared);
        }

        private static double value(String counters, String name) {
            Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + "=([0-9]+)$")
                    .matcher(counters);
            return Optional.of(line)
                    .filter(Matcher::find)
                    .map(found -> Double.valueOf(found.group(1)))
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + counters));
        }
    }
}
