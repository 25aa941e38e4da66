package io.arrtheaudio.port.out;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Files of a library as a disk shows them: finding and looking at them; not their content.
 *
 * <p>Thread-safe.
 */
public interface MediaFiles {

    /**
     * Looks at a file, symbolic links resolved.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if there is none or it cannot be looked at
     */
    FileFacts stat(Path file);

    /**
     * Walks through a folder, in no promised order, and hands every file that fits to the finder as soon as it is met.
     * Symbolic links are followed, but every folder is looked into once, however many ways lead to it: under its real
     * path if that lies below the root, so that a pattern holds against that path, else under one of the links. A file
     * is handed over under each of its own names. Hidden files and folders and those that network storage makes
     * ({@code @eaDir}) are not looked at. What cannot be read, and names the program cannot spell, are passed over and
     * told. The walk ends when the finder wants no more, however many entries that do not fit lie ahead.
     *
     * @param root a folder, or a single file, which is handed over whatever it is named
     */
    void find(Path root, FindOptions options, Finder finder);

    /**
     * Sets when the content of a file changed last, to the microsecond at least.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if that is not permitted
     */
    void setModified(Path file, Instant modified);

    /**
     * Looks for a file that was renamed within its folder.
     *
     * @param folder where to look, not deeper
     * @param key what the file system calls it; an empty one is never found
     * @return one of its names; empty if there is none, or the folder cannot be looked at
     */
    Optional<Path> findByKey(Path folder, String key);
}
