package io.arrtheaudio.adapter.cli;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SYNC;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A new temporary folder with copies of the samples, which goes away with everything in it unless it is kept. */
final class DemoFolder implements AutoCloseable {

    private final Path path;
    private final List<Path> files = new ArrayList<>();
    private final boolean keep;

    private DemoFolder(Path path, boolean keep) {
        this.path = path;
        this.keep = keep;
    }

    /**
     * Makes the folder.
     *
     * @throws AudioFixException {@code RETRY_LATER} if there is no room for it
     */
    static DemoFolder fill(Map<String, Supplier<InputStream>> samples, boolean keep, Screen screen) {
        try {
            DemoFolder folder = new DemoFolder(Files.createTempDirectory("arrtheaudio-demo-"), keep);
            samples.forEach((name, content) -> folder.copy(name, content, screen));
            return folder;
        } catch (IOException e) {
            throw new AudioFixException(
                    Remedy.RETRY_LATER,
                    "cannot make a folder for the demo in " + System.getProperty("java.io.tmpdir") + ": " + e,
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Where the journal may be kept; it goes away with the rest. */
    Path data() {
        return path.resolve("data");
    }

    /** The copies, in the order of the samples. */
    List<Path> files() {
        return List.copyOf(files);
    }

    private void copy(String name, Supplier<InputStream> content, Screen screen) {
        try (InputStream bytes = content.get()) {
            Path file = path.resolve(name);
            files.add(file);
            Files.write(file, bytes.readAllBytes(), CREATE_NEW, SYNC); // on disk now: the times shown are the change's
        } catch (InvalidPathException e) {
            screen.remark("left out the sample " + name + ": this process's encoding, "
                    + System.getProperty("sun.jnu.encoding") + ", cannot spell it; set LC_ALL=C.UTF-8");
        } catch (IOException e) {
            close();
            throw new AudioFixException(
                    Remedy.RETRY_LATER, "cannot copy a sample to " + path + ": " + e + "; is the disk full?", e);
        }
    }

    @Override
    public void close() {
        if (keep || Files.notExists(path)) {
            return;
        }
        try {
            for (Path found : deepestFirst()) {
                Files.deleteIfExists(found);
            }
        } catch (IOException e) {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot remove " + path + ": " + e, e);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> all = Files.walk(path)) { // does not follow links
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
