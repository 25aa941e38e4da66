package io.arrtheaudio.adapter.files.mp4;

import java.util.List;

/**
 * The outline of a file.
 *
 * @param moovs its {@code moov} boxes, at least one; players go by the first
 * @param children what lies in the first
 * @param isQuickTime whether Apple's older rules hold: the brand is {@code qt  }, or there is no {@code ftyp} at all
 */
record Movie(List<Box> moovs, List<Box> children, boolean isQuickTime) {

    Movie {
        moovs = List.copyOf(moovs);
        children = List.copyOf(children);
    }

    /** Whether the tracks lie in a compressed box (QTFF "Allowing QuickTime to Compress the Movie Resource"). */
    boolean isCompressed() {
        return children.stream().anyMatch(box -> box.is("cmov"));
    }

    /** The boxes of all tracks, in order. */
    List<Box> traks() {
        return children.stream().filter(box -> box.is("trak")).toList();
    }
}
