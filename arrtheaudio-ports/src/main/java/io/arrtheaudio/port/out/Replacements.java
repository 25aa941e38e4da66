package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.Progress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that are made beside others to take their place. Seven duties in one port because they share one life: a place is
 * chosen, filled, compared, and swapped in or removed.
 *
 * <p>Thread-safe for different files.
 */
public interface Replacements {

    /**
     * Chooses a name beside a file that is in nobody's use, and that no media server or Arr app imports. Makes nothing.
     */
    Path placeFor(Path file);

    /** How many bytes this user may still write on the disk that a file lies on. */
    long freeSpace(Path file);

    /**
     * Copies a file without copying its bytes, where the disk can let two files share them until one is changed (btrfs,
     * XFS); with owner, group, mode, times and extended attributes as far as this user may set them.
     *
     * @return whether that worked; if not, nothing is there
     */
    boolean share(Path file, Path replacement);

    /**
     * Copies a file with owner, group, mode, times and extended attributes as far as this user may set them. Holes may
     * stay holes. Nothing is left there after a failure.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if the disk is full, nothing moved for
     *     too long or the watcher cancelled; {@code FIX_FILE} if the file cannot be read or its folder not written to
     */
    void copy(Path file, Path replacement, Progress progress);

    /**
     * Gives a replacement that was written anew the owner, group, mode and extended attributes of the file, as far as this
     * user may set them.
     */
    void dressLike(Path file, Path replacement);

    /**
     * What of owner, group, mode, access list and extended attributes a replacement has otherwise than the file, for
     * people.
     *
     * @return empty if nothing
     */
    Optional<String> differenceBetween(Path file, Path replacement);

    /**
     * Puts a finished replacement in the place of a file in the same folder, in one step: after a power cut there is the
     * one or the other under the name. Forces the replacement before and the folder after the step. The replacement's name
     * is gone afterwards. An interrupt is kept for later.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it did not work; the target is as
     *     it was
     */
    void swap(Path replacement, Path file);

    /**
     * Removes a replacement that is not needed; nothing happens if there is none. Never removes anything with a name that
     * {@link #placeFor} would not give.
     *
     * @throws IllegalArgumentException for such a name
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be removed
     */
    void remove(Path replacement);
}
