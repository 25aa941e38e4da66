package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Looks whether there is room on the disk of a folder. Writes nothing.
 *
 * <p>Thread-safe.
 */
public final class SpaceProbe implements HealthProbe {

    private final Path folder;
    private final IntSupplier leastPercent;

    /**
     * Looks at one disk.
     *
     * @param leastPercent so many of a hundred parts are to be free; 0 for any. Asked each time
     */
    public SpaceProbe(Path folder, IntSupplier leastPercent) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.leastPercent = Objects.requireNonNull(leastPercent, "leastPercent");
    }

    /** One finding. That a folder is missing is for others to tell. */
    @Override
    public List<Finding> examine() {
        String subject = "space for " + folder;
        try {
            Space space = Space.of(Files.getFileStore(folder));
            int least = leastPercent.getAsInt();
            return List.of(
                    space.isLessThan(least)
                            ? Finding.warning(
                                    subject,
                                    space.allWords() + ", less than " + least + " %",
                                    "make room: the program's data grows, and where a file must be copied before it is"
                                            + " changed, the copy needs as much as the file; health.min_free_percent"
                                            + " says how little is too little")
                            : Finding.ok(subject, space.allWords()));
        } catch (IOException e) {
            return List.of(
                    Files.notExists(folder)
                            ? Finding.ok(subject, "the folder is not there, so nothing can be told about its disk")
                            : Finding.warning(
                                    subject,
                                    "the disk tells nothing about itself: " + DiskProblem.of(folder, e),
                                    "look whether it is mounted as it should be"));
        }
    }
}
