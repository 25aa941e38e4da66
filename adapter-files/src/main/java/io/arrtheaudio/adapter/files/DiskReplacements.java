package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.FileIdentity;
import io.arrtheaudio.domain.edit.Progress;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.port.out.FileFacts;
import io.arrtheaudio.port.out.Replacements;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replacements on the disks this machine has. Copies are made by GNU {@code cp}, because Java can neither let files share
 * their bytes nor keep access lists and attributes; where it is missing or another one (BusyBox), files cannot be copied
 * ({@code FIX_SETTINGS}) nor shared.
 *
 * <p>What {@link #differenceBetween} guarantees: owner, group, mode and the attributes of the user's namespace are compared
 * here. Access lists and other attributes cannot be read from Java; {@code cp} is told to give them to the replacement
 * once more, and to fail if it cannot. What {@code /etc/xattr.conf} and SELinux keep it from copying is not compared.
 *
 * <p>Thread-safe for different files.
 */
public final class DiskReplacements implements Replacements {

    private static final Logger LOG = LoggerFactory.getLogger(DiskReplacements.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String PREFIX = ".arrtheaudio-";
    private static final String SUFFIX = ".part";
    private static final Pattern NAME = Pattern.compile("\\.arrtheaudio-[0-9a-f]{16}\\.part");

    /** What cannot be kept of all is no failure of cp ... */
    private static final List<String> ALL = List.of("--preserve=all", "--no-preserve=links", "--no-dereference");

    private static final List<String> ALL_BUT_TIMES =
            Stream.concat(ALL.stream(), Stream.of("--no-preserve=timestamps")).toList(); // the last word counts

    /** ... unlike of what is named. */
    private static final List<String> NAMED = List.of("--preserve=mode,ownership,xattr", "--no-dereference");

    private final CloningCopy cp;
    private final SecureRandom random = new SecureRandom();

    /** Copies with the {@code cp} of the PATH, which is given up when no byte moved for five minutes. */
    public DiskReplacements() {
        this("cp", PATIENCE);
    }

    /**
     * Copies with this program.
     *
     * @param cp a name to look for on the PATH, or a path
     * @param patience for how long a copy may go on without a byte more
     */
    public DiskReplacements(String cp, Duration patience) {
        this.cp = new CloningCopy(cp, patience);
    }

    @Override
    public Path placeFor(Path file) {
        try {
            Path real = file.toRealPath();
            Path place;
            do {
                byte[] name = new byte[8];
                random.nextBytes(name);
                place = real.resolveSibling(PREFIX + HexFormat.of().formatHex(name) + SUFFIX);
            } while (Files.exists(place, LinkOption.NOFOLLOW_LINKS));
            return place;
        } catch (IOException e) {
            throw failure(Remedy.FIX_FILE, "choose a name beside", file, e);
        }
    }

    @Override
    public long freeSpace(Path file) {
        try {
            return Math.max(0, Files.getFileStore(file).getUsableSpace());
        } catch (IOException e) {
            throw failure(Remedy.FIX_FILE, "see how much space is free beside", file, e);
        }
    }

    @Override
    public boolean share(Path file, Path replacement) {
        try {
            fill(file, replacement, "--reflink=always", Progress.UNWATCHED);
            return true;
        } catch (AudioFixException e) {
            LOG.debug("cannot share the bytes of {}", file, e); // a copy will meet the same problem, and tell it
            return false;
        }
    }

    /** Holes and all, but no offer to the kernel to do it by itself: what it does in one go cannot be watched. */
    @Override
    public void copy(Path file, Path replacement, Progress progress) {
        fill(file, replacement, "--reflink=never", progress);
    }

    private void fill(Path file, Path replacement, String how, Progress progress) {
        FileIdentity before = make(file, replacement);
        boolean isDone = false;
        try {
            progress.written(file, 0, before.size());
            CloningCopy.End end = progress.isCancelled()
                    ? new CloningCopy.End(CloningCopy.Kind.CANCELLED, "")
                    : cp.run(options(how, ALL), file, replacement, before.size(), progress);
            if (end.kind() != CloningCopy.Kind.DONE) {
                throw CopyProblem.of(end, file, Files.size(replacement), before.size());
            }
            expectUnchanged(before, replacement);
            progress.written(file, before.size(), before.size());
            isDone = true;
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "copy", file, e);
        } finally {
            if (!isDone) {
                remove(replacement);
            }
        }
    }

    /** What this user may not set is no failure here; it is found as a difference. */
    @Override
    public void dressLike(Path file, Path replacement) {
        failedToDress(file, replacement, ALL_BUT_TIMES)
                .ifPresent(why -> LOG.debug("not everything of {} is given to {}: {}", file, replacement, why));
    }

    @Override
    public Optional<String> differenceBetween(Path file, Path replacement) {
        try {
            List<String> found = new ArrayList<>(Likeness.differences(file, replacement));
            if (found.isEmpty()) {
                failedToDress(file, replacement, NAMED)
                        .ifPresent(why -> found.add("access list or extended attributes (" + why + ")"));
                found.addAll(Likeness.differences(file, replacement));
            }
            return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "compare " + replacement + " with", file, e);
        }
    }

    /** What cp could not give to the replacement, in its words. */
    private Optional<String> failedToDress(Path file, Path replacement, List<String> what) {
        CloningCopy.End end = cp.run(options("--attributes-only", what), file, replacement, 0, Progress.UNWATCHED);
        if (end.kind() == CloningCopy.Kind.DONE) {
            return Optional.empty();
        }
        if (CopyProblem.isOfTheFiles(end)) {
            return Optional.of(end.words());
        }
        throw CopyProblem.of(end, file, 0, 0);
    }

    @Override
    public void remove(Path replacement) {
        if (!NAME.matcher(replacement.getFileName().toString()).matches()) {
            throw new IllegalArgumentException(replacement + " is no replacement and is not removed");
        }
        try {
            Files.deleteIfExists(replacement);
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "remove", replacement, e);
        }
    }

    @Override
    public void swap(Path replacement, Path file) {
        boolean interrupted = Thread.interrupted(); // it would close the channels that force
        try {
            force(replacement);
            Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolderOf(file);
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "put " + replacement + " in the place of", file, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes an empty file which nobody else may read, so that cp never writes into one that is somebody's. */
    private static FileIdentity make(Path file, Path replacement) {
        try {
            FileFacts facts = DiskFacts.of(file);
            if (!facts.isRegular()) {
                throw new FileSystemException(file.toString(), null, "it is no regular file");
            }
            if (!Files.isReadable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            Files.createFile(replacement, ownerOnly(replacement));
            return facts.identity();
        } catch (FileAlreadyExistsException e) {
            throw failure(Remedy.RETRY_LATER, "make a copy of " + file + " as", replacement, e);
        } catch (IOException e) {
            if (CopyProblem.isFull(e.toString())) {
                throw AudioFixException.diskFull(words("make a copy beside", file, e), e);
            }
            throw failure(Remedy.FIX_FILE, "make a copy beside", file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path replacement) {
        boolean hasModes =
                replacement.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasModes
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The file may have been written while it was read. */
    private static void expectUnchanged(FileIdentity before, Path replacement) {
        try {
            if (!DiskFacts.of(before.path()).identity().equals(before) || Files.size(replacement) != before.size()) {
                throw new FileSystemException(
                        before.path().toString(), null, "it changed while it was copied, try again");
            }
        } catch (IOException e) {
            throw failure(Remedy.RETRY_LATER, "copy", before.path(), e);
        }
    }

    private static List<String> options(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    /** For reading is enough to force, and what was written through another channel goes to disk all the same. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The step is done and cannot be taken back; some systems (Windows) do not force folders at all. */
    private static void forceFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            force(folder);
        } catch (IOException e) {
            LOG.warn("cannot force {} to disk: a power cut now might bring the old {} back", folder, file, e);
        }
    }

    private static AudioFixException failure(Remedy remedy, String attempt, Path path, IOException cause) {
        return new AudioFixException(remedy, words(attempt, path, cause), cause);
    }

    private static String words(String attempt, Path path, IOException cause) {
        return "cannot " + attempt + " " + path + ": " + DiskProblem.of(path, cause);
    }
}
