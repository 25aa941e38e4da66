package io.arrtheaudio.bench;

import io.arrtheaudio.bench.page.Part;
import io.arrtheaudio.bench.page.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How large what was built is. */
final class Sizes implements Part {

    private static final double KILOBYTE = 1000;

    @Override
    public void run(Work work) throws Exception {
        Path project = work.project();
        work.report().table("what", "kB");
        row(work, "`arrtheaudio.jar`, the command and the daemon with all libraries", command(project, "jar"));
        row(work, "its archive of loaded classes, made on first use", command(project, "jsa"));
        row(
                work,
                "`adapter-files`, `arrtheaudio-ports`, `arrtheaudio-domain`: the built-in engine, which needs `slf4j-api` beside"
                        + " them",
                Stream.of("adapter-files", "arrtheaudio-ports", "arrtheaudio-domain")
                        .mapToLong(module -> jarOf(project.resolve(module)))
                        .sum());
    }

    private static long command(Path project, String extension) throws IOException {
        return Files.size(project.resolve("launcher-cli/target/arrtheaudio." + extension));
    }

    private static void row(Work work, String what, long bytes) {
        work.report().row(what, String.format("**%,.0f**", bytes / KILOBYTE));
    }

    /** The jar of classes alone. */
    private static long jarOf(Path module) {
        try (Stream<Path> all = Files.list(module.resolve("target"))) {
            List<Path> jars = all.filter(file -> isJarOf(module, file)).toList();
            return Files.size(jars.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJarOf(Path module, Path file) {
        return file.getFileName().toString().matches(module.getFileName() + "-[0-9][0-9A-Za-z.]*(-SNAPSHOT)?\\.jar");
    }
}
