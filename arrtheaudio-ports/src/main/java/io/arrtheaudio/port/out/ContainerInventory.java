package io.arrtheaudio.port.out;

import java.nio.file.Path;
import java.util.List;

/**
 * Tells what a media file holds that a careless tool might drop, so that a file can be compared with one written anew.
 * Never writes. Memory, depth and reads are bounded.
 *
 * <p>Thread-safe.
 */
public interface ContainerInventory {

    /**
     * One line for each thing, for people to read and programs to compare: {@code video 1: hvc1 with dvcC}. Things that
     * every remux writes differently, such as offsets and the default flags of audio tracks, are not among them. The same
     * line may come twice.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file cannot be read
     */
    List<String> of(Path file);
}
