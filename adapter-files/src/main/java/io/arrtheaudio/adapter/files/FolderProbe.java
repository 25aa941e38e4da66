package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Looks whether a folder of media is there and can be looked into, which costs next to nothing and writes nothing. All that
 * there is to know about it is for {@link LibraryProbe}.
 *
 * <p>Thread-safe.
 */
public final class FolderProbe implements HealthProbe {

    private final Path folder;

    /** Looks at one folder. */
    public FolderProbe(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    @Override
    public List<Finding> examine() {
        String subject = "library " + folder;
        return List.of(new FolderAccess(folder, subject).problem().orElse(Finding.ok(subject, "it is there")));
    }
}
