package io.arrtheaudio.kit;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A place where a contract lays out files. Names are given below {@link #root}, with {@code /} between folders; folders
 * on the way are made.
 *
 * <p>One thread at a time.
 */
public interface TestDisk {

    /** An empty folder, symbolic links resolved. */
    Path root();

    /** Writes a file, as another program would. */
    Path put(String name, byte... content);

    /** Makes a folder. */
    Path folder(String name);

    /** Makes a symbolic link; the target need not be there. */
    Path symlink(String name, Path target);

    /** Gives a file another name. */
    Path hardLink(String name, Path existing);

    /** Takes a file or a symbolic link away. */
    void delete(Path path);

    /** What a file holds. */
    byte[] content(Path file);

    /** When a file changed last. */
    Instant modified(Path file);

    /** Sets when a file changed last. */
    void touch(Path file, Instant modified);
}
