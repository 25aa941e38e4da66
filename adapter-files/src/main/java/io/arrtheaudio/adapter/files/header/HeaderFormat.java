package io.arrtheaudio.adapter.files.header;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.port.out.PlannedEdit;
import java.util.List;
import java.util.Set;

/**
 * One container format: reads the audio tracks from a header and plans the bytes that switch the default. Never writes.
 *
 * <p>Thread-safe; each reader belongs to one call.
 */
public interface HeaderFormat {

    /** What plans of these formats say worked them out. */
    String ENGINE = "builtin";

    /** Which container it is. */
    Container container();

    /** Whether the first bytes of the file are those of this format; damage further on is found by the other methods. */
    boolean recognises(HeaderReader reader);

    /**
     * Reads the audio tracks in the container's order.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the header is damaged
     */
    List<AudioTrack> audioTracks(HeaderReader reader);

    /**
     * Lists what the file holds; see {@link io.arrtheaudio.port.out.ContainerInventory#of}.
     *
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the header is damaged
     */
    List<String> inventory(HeaderReader reader);

    /**
     * Plans which audio tracks shall be default; see {@link io.arrtheaudio.port.out.DefaultTrackPlanner#plan}.
     *
     * @param defaults their positions, counted from 1
     */
    PlannedEdit plan(HeaderReader reader, Set<Integer> defaults);
}
