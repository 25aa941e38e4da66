package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.media.MediaFile;
import java.util.Set;

/**
 * Works out what to write so that some audio tracks, nearly always one, become the only defaults. Reads, never writes. Does not
 * re-encode, drop, reorder or rename tracks, and does not touch other types of tracks.
 *
 * <p>Thread-safe.
 */
public interface DefaultTrackPlanner {

    /**
     * Plans for a file as it is on disk now.
     *
     * @param file as an inspector read it
     * @param defaults positions of the audio tracks that shall be default, and no other
     * @return an empty plan if it is so already
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file is damaged, has changed so
     *     that there is no such track, or holds a checksum that is wrong
     */
    PlannedEdit plan(MediaFile file, Set<Integer> defaults);
}
