package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;

/**
 * Works out which bytes to write so that one audio track becomes the only default. Reads, never writes. Does not
 * re-encode, drop, reorder or rename tracks, and does not touch other types of tracks.
 *
 * <p>Thread-safe.
 */
public interface DefaultTrackPlanner {

    /**
     * Plans for a file as it is on disk now.
     *
     * @param file as an inspector read it
     * @param track one of its audio tracks, by position
     * @return an empty plan if the track is the only default already
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the file is damaged, has changed so
     *     that there is no such track, or holds a checksum that is wrong
     */
    PlannedEdit plan(MediaFile file, AudioTrack track);
}
