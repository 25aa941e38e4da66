package io.arrtheaudio.bench;

import io.arrtheaudio.bench.load.Load;
import io.arrtheaudio.bench.load.WebhookProfile;
import io.arrtheaudio.bench.page.Effort;
import io.arrtheaudio.bench.page.Page;
import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Promises;
import io.arrtheaudio.bench.page.Report;
import io.arrtheaudio.bench.page.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Prints the tables of docs/performance.md; {@code bench/run} calls it once for each part.
 *
 * <ul>
 *   <li>{@code PART EFFORT FOLDER PROJECT FIGURES}: measures in an empty folder, and adds to the file of figures
 *   <li>{@code promises FIGURES}: what was promised beside what was measured
 *   <li>{@code page PAGE TABLES}: the page with the tables of a folder
 * </ul>
 */
public final class Bench {

    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("commands", new StartRace()),
            Map.entry("engine", new EngineTimes()),
            Map.entry("journals", new JournalRace()),
            Map.entry("tools", new ToolRace()),
            Map.entry("copies", new LinkRace()),
            Map.entry("scans", new ScanRace()),
            Map.entry("daemon", new Load()),
            Map.entry("lookups", new LookupRace()),
            Map.entry("sizes", new Sizes()),
            Map.entry("profile-start", new StartProfile()),
            Map.entry("profile-files", new FileProfile()),
            Map.entry("profile-daemon", new WebhookProfile()));

    private Bench() {}

    /** Runs one part, or puts together what they left. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Runtime.getRuntime().addShutdownHook(new Thread(Bench::endChildren, "end children"));
        switch (args[0]) {
            case "promises" -> tellPromises(Path.of(args[1]));
            case "page" ->
                System.out.print(Page.read(Path.of(args[1]), Path.of(args[2])).text());
            default -> measure(args[0], List.of(args).subList(1, args.length));
        }
    }

    private static void measure(String part, List<String> args) throws Exception {
        Effort effort = Effort.valueOf(args.get(0).toUpperCase(Locale.ROOT));
        Path folder = Files.createDirectories(Path.of(args.get(1)));
        Report report = new Report(System.out, Path.of(args.get(3)));
        PARTS.get(part).run(new Work(folder, Path.of(args.get(2)), effort, report));
    }

    private static void tellPromises(Path figures) throws Exception {
        Promises promises = Promises.read(figures);
        promises.print(new Report(System.out, figures));
        promises.broken().forEach(one -> System.err.println("not kept: " + one));
    }

    /** Tools, daemons and forks end with this program, whatever ends it, and write nothing more when it is gone. */
    private static void endChildren() {
        List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroy);
        children.forEach(child ->
                child.onExit().completeOnTimeout(child, 20, TimeUnit.SECONDS).join());
    }
}
