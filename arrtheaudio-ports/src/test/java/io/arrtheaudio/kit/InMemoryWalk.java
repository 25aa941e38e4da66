package io.arrtheaudio.kit;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A walk through a disk in memory; the finder is called without holding up the disk. */
final class InMemoryWalk {

    private static final Set<String> OF_STORAGE =
            Set.of("@eadir", "#recycle", "@recycle", "$recycle.bin", "lost+found");

    private final InMemoryMediaFiles disk;
    private final Path root;
    private final FindOptions options;
    private final Finder finder;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private final Deque<Path> links = new ArrayDeque<>();
    private final Set<Path> seen = new HashSet<>();

    InMemoryWalk(InMemoryMediaFiles disk, Path root, FindOptions options, Finder finder) {
        this.disk = disk;
        this.root = root;
        this.options = options;
        this.finder = finder;
    }

    void run() {
        try {
            Path real = disk.real(root);
            if (disk.isFolder(real)) {
                ahead.push(root);
                lookAround();
            } else {
                finder.file(root);
            }
        } catch (AudioFixException e) {
            finder.passedOver(root, e.getMessage());
        }
    }

    /** Every folder once; those behind links when no other is left. */
    private void lookAround() {
        boolean goesOn = true;
        while (goesOn && !(ahead.isEmpty() && links.isEmpty())) {
            Path folder = ahead.isEmpty() ? links.poll() : ahead.pop();
            goesOn = finder.goesOn() && (!seen.add(disk.real(folder)) || lookInto(folder));
        }
    }

    /** Returns whether to go on. */
    private boolean lookInto(Path folder) {
        for (Path child : disk.children(disk.real(folder))) {
            Path entry = folder.resolve(child.getFileName());
            if (!finder.goesOn() || (!passesBy(entry) && !lookAt(entry, child))) {
                return false;
            }
        }
        return true;
    }

    private boolean lookAt(Path entry, Path child) {
        Path real;
        try {
            real = disk.real(entry);
        } catch (AudioFixException e) {
            finder.passedOver(entry, e.getMessage());
            return true;
        }
        if (!disk.isFolder(real)) {
            return !isWanted(entry) || finder.file(entry);
        }
        if (options.recursive()) {
            (real.equals(child) ? ahead : links).add(entry);
        }
        return true;
    }

    private boolean passesBy(Path entry) {
        String name = entry.getFileName().toString();
        return name.startsWith(".")
                || OF_STORAGE.contains(name.toLowerCase(Locale.ROOT))
                || fitsOne(options.exclude(), entry);
    }

    private boolean isWanted(Path entry) {
        return options.include().isEmpty()
                ? Container.promisedBy(entry.getFileName().toString()).isPresent()
                : fitsOne(options.include(), entry);
    }

    private boolean fitsOne(List<Glob> globs, Path entry) {
        String name = entry.getFileName().toString();
        String belowRoot = root.relativize(entry).toString();
        return globs.stream().anyMatch(glob -> glob.matches(glob.namesFolders() ? belowRoot : name));
    }
}
