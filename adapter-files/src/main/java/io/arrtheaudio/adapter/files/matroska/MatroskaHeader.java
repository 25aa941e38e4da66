package io.arrtheaudio.adapter.files.matroska;

import java.util.List;

/**
 * The top-level elements of a file's Segment as far as they matter for its tracks.
 *
 * @param segment the Segment
 * @param longestSize how many bytes an element's size may take (RFC 8794 section 11.2.5)
 * @param front the elements before the first Cluster, in order and without gaps
 * @param seekHeads every SeekHead that was met
 * @param tracks the Tracks element, which may lie behind the Clusters
 * @param hasMoreTracks whether there is a second Tracks element
 */
record MatroskaHeader(
        Element segment,
        long longestSize,
        List<Element> front,
        List<SeekHead> seekHeads,
        Element tracks,
        boolean hasMoreTracks) {

    MatroskaHeader {
        front = List.copyOf(front);
        seekHeads = List.copyOf(seekHeads);
    }

    /** Whether the Tracks element lies before the first Cluster. */
    boolean isTracksInFront() {
        return front.contains(tracks);
    }
}
