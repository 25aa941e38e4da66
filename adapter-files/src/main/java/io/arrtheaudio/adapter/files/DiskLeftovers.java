package io.arrtheaudio.adapter.files;

import io.arrtheaudio.port.out.Leftovers;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were left, known by names that nobody else gives. The time that counts is that of the last change of any kind: a
 * copy gets the time of its film before it takes its place.
 *
 * <p>Thread-safe, and safe among processes.
 */
public final class DiskLeftovers implements Leftovers {

    /** The names of what is made beside a film. */
    public static final Pattern BESIDE_FILMS = Pattern.compile("\\.arrtheaudio-[0-9a-f]{16}\\.part");

    /** The names of what stands in for a film. */
    public static final Pattern STAND_INS = Pattern.compile("arrtheaudio-[0-9]+\\.part");

    private static final Logger LOG = LoggerFactory.getLogger(DiskLeftovers.class);
    private static final String CHANGED = "unix:ctime";

    private final Supplier<List<Place>> places;

    /** @param places asked each time */
    public DiskLeftovers(Supplier<List<Place>> places) {
        this.places = places;
    }

    /**
     * Where files may have been left.
     *
     * @param folder nothing happens if it is not there
     * @param names what they are called
     * @param isDeep whether folders within count; links are not followed
     */
    public record Place(Path folder, Pattern names, boolean isDeep) {

        /** Checks that the values are there. */
        public Place {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(names, "names");
        }

        boolean holds(Path file) {
            return names.matcher(file.getFileName().toString()).matches()
                    && (isDeep ? file.startsWith(folder) : folder.equals(file.getParent()));
        }
    }

    @Override
    public List<Path> find(Instant before) {
        List<Path> found = new ArrayList<>();
        for (Place place : places.get()) {
            walk(place, before, found);
        }
        return found.stream().distinct().toList(); // libraries may lie within each other
    }

    private static void walk(Place place, Instant before, List<Path> found) {
        try {
            int depth = place.isDeep() ? Integer.MAX_VALUE : 1;
            Files.walkFileTree(
                    place.folder(), EnumSet.noneOf(FileVisitOption.class), depth, new Visitor(place, before, found));
        } catch (IOException e) {
            LOG.debug("cannot look for files that were left in {}", place.folder(), e);
        }
    }

    @Override
    public boolean remove(Path file, Instant before) {
        if (places.get().stream().noneMatch(place -> place.holds(file))) {
            throw new IllegalArgumentException(file + " was not left by this program and is not removed");
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return isLeft(file, now, before) && Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("cannot remove {}, which was left; remove it by hand", file, e);
            return false;
        }
    }

    private static boolean isLeft(Path file, BasicFileAttributes now, Instant before) {
        return now.isRegularFile()
                && now.lastModifiedTime().toInstant().isBefore(before)
                && now.creationTime().toInstant().isBefore(before)
                && changed(file, now).isBefore(before);
    }

    /** The last change of anything about it, its name and its times included, where the system keeps that. */
    private static Instant changed(Path file, BasicFileAttributes now) {
        try {
            return ((FileTime) Files.getAttribute(file, CHANGED, LinkOption.NOFOLLOW_LINKS)).toInstant();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            LOG.debug("{} has no time of its last change", file, e);
            return now.lastModifiedTime().toInstant();
        }
    }

    /** Gathers; goes on whatever cannot be looked at. */
    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Place place;
        private final Instant before;
        private final List<Path> found;

        Visitor(Place place, Instant before, List<Path> found) {
            this.place = place;
            this.before = before;
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes now) {
            if (place.holds(file) && isLeft(file, now, before)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) {
            LOG.debug("cannot look at {}", file, cause);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException cause) {
            return FileVisitResult.CONTINUE;
        }
    }
}
