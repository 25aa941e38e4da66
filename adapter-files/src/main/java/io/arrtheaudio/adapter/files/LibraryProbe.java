package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.health.Finding;
import io.arrtheaudio.port.out.HealthProbe;
import io.arrtheaudio.port.out.Replacements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks closely at the folders that hold media, whatever room is left there. Into each it
 * writes up to three small files with names that no media server imports, and removes them at once.
 *
 * <p>Thread-safe.
 */
public final class LibraryProbe implements HealthProbe {

    private final List<Path> folders;
    private final Replacements replacements;

    /**
     * Looks at some folders.
     *
     * @param replacements is asked whether two files can share their bytes there
     */
    public LibraryProbe(List<Path> folders, Replacements replacements) {
        this.folders = List.copyOf(folders);
        this.replacements = Objects.requireNonNull(replacements, "replacements");
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders) {
            findings.addAll(new FolderExamination(folder, replacements).findings());
        }
        return List.copyOf(findings);
    }
}
