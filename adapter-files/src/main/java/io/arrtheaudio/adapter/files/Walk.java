package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.library.Spelling;
import io.arrtheaudio.port.out.FindOptions;
import io.arrtheaudio.port.out.Finder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One walk through a library. Each folder is looked into once, however many ways lead to it: symbolic links to folders
 * wait until no other folder is left, so that files are met under their real paths where they have one below the root.
 * Keeps the folders that are still to be looked into in lists of its own, so that depth costs neither stack nor open
 * folders, and of those it knows no more than what tells them apart.
 */
final class Walk {

    private final Path root;
    private final boolean recursive;
    private final NameFilter filter;
    private final Finder finder;
    private final Deque<Folder> ahead = new ArrayDeque<>();
    private final Deque<Folder> links = new ArrayDeque<>();
    private final Set<Object> seen = new HashSet<>();

    Walk(Path root, FindOptions options, Finder finder) {
        this.root = root;
        this.recursive = options.recursive();
        this.filter = new NameFilter(options);
        this.finder = finder;
    }

    void run() {
        Optional<BasicFileAttributes> found = attributes(root);
        if (found.isEmpty()) {
            return;
        }
        if (!found.get().isDirectory()) {
            finder.file(root);
            return;
        }
        ahead.push(new Folder(root, "", identityOf(root, found.get())));
        boolean goesOn = true;
        while (goesOn && !(ahead.isEmpty() && links.isEmpty())) {
            Folder next = ahead.isEmpty() ? links.poll() : ahead.pop();
            goesOn = finder.goesOn() && (!seen.add(next.identity()) || lookInto(next));
        }
    }

    /** Returns whether to go on. */
    private boolean lookInto(Folder folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                if (!finder.goesOn() || !lookAt(entry, folder)) {
                    return false;
                }
            }
        } catch (DirectoryIteratorException e) {
            passedOver(folder.path(), e.getCause());
        } catch (IOException e) {
            passedOver(folder.path(), e);
        }
        return true;
    }

    private boolean lookAt(Path entry, Folder folder) {
        String name = entry.getFileName().toString();
        String belowRoot = folder.belowRoot().isEmpty() ? name : folder.belowRoot() + "/" + name;
        if (filter.passesBy(name, belowRoot)) {
            return true;
        }
        Optional<BasicFileAttributes> found = attributes(entry);
        if (found.isEmpty()) {
            return true;
        }
        boolean isFolder = found.get().isDirectory();
        boolean isMeant = isFolder ? recursive : found.get().isRegularFile() && filter.wants(name, belowRoot);
        if (!isMeant) {
            return true;
        }
        if (!Spelling.isSound(entry.getFileName())) {
            finder.passedOver(
                    entry,
                    "its name is no text in this system's encoding; rename it, or, if that is not UTF-8, start the program"
                            + " with LC_ALL=C.UTF-8");
            return true;
        }
        if (isFolder) {
            Folder next = new Folder(entry, belowRoot, identityOf(entry, found.get()));
            if (Files.isSymbolicLink(entry)) {
                links.add(next);
            } else {
                ahead.push(next);
            }
            return true;
        }
        return finder.file(entry);
    }

    /** Empty if the entry cannot be looked at, which is told, or is gone by now. */
    private Optional<BasicFileAttributes> attributes(Path entry) {
        try {
            return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            if (entry.equals(root) || Files.isSymbolicLink(entry)) {
                passedOver(entry, e);
            }
        } catch (IOException e) {
            passedOver(entry, e);
        }
        return Optional.empty();
    }

    private void passedOver(Path path, IOException why) {
        finder.passedOver(path, DiskProblem.of(path, why));
    }

    /** What tells one folder from another; where the file system has no keys, the path with links resolved. */
    private static Object identityOf(Path folder, BasicFileAttributes found) {
        try {
            return found.fileKey() == null ? folder.toRealPath() : found.fileKey();
        } catch (IOException e) {
            return folder;
        }
    }

    /** A folder on the way. */
    private record Folder(Path path, String belowRoot, Object identity) {}
}
