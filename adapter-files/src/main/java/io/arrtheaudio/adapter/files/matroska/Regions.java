package io.arrtheaudio.adapter.files.matroska;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The regions of a header in which Tracks may grow, those that move the fewest bytes first. */
final class Regions {

    /** A header with more elements than this is not worth repacking. */
    private static final int MOST_ELEMENTS = 64;

    /** So many bytes may be written anew: more would be slow, and is a sign of large attachments. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final MatroskaHeader header;
    private final List<Element> front;
    private final int tracksAt;

    Regions(MatroskaHeader header) {
        this.header = header;
        this.front = header.front();
        this.tracksAt = front.indexOf(header.tracks());
    }

    /** Tracks alone, then Tracks with the Void elements right behind it. */
    List<Region> inPlace() {
        Region alone = new Region(List.of(), header.tracks(), List.of());
        int behind = tracksAt + 1;
        while (header.isTracksInFront()
                && behind < front.size()
                && front.get(behind).id() == Ids.VOID) {
            behind++;
        }
        return behind == tracksAt + 1 ? List.of(alone) : List.of(alone, region(tracksAt, behind));
    }

    /** Regions that reach to Void elements further away; none if what would move may be known by its offset elsewhere. */
    List<Region> wider() {
        List<Region> regions = new ArrayList<>();
        if (!header.isTracksInFront() || front.size() > MOST_ELEMENTS || !isIndexedOnceAtMost()) {
            return regions;
        }
        for (int from = lastStart(); from >= 0; from--) {
            for (int to = tracksAt + 1; to <= front.size(); to++) {
                Region region = region(from, to);
                if (region.movesOthers() && region.isMovable() && region.length() <= MOST_BYTES) {
                    regions.add(region);
                }
            }
        }
        regions.sort(Comparator.comparingLong(Region::length));
        return regions;
    }

    /** Where anything moves, the SeekHead is written in the same stroke, so a region begins there or before it. */
    private int lastStart() {
        for (int i = 0; i < tracksAt; i++) {
            if (front.get(i).id() == Ids.SEEK_HEAD) {
                return i;
            }
        }
        return tracksAt;
    }

    private boolean isIndexedOnceAtMost() {
        boolean isSeekHeadInFront = header.seekHeads().stream()
                .allMatch(head -> front.indexOf(head.element()) >= 0 && front.indexOf(head.element()) < tracksAt);
        boolean isPlain = header.seekHeads().stream().allMatch(SeekHead::isPlain);
        boolean pointsToAnother = header.seekHeads().stream()
                .flatMap(head -> head.entries().stream())
                .anyMatch(entry -> entry.id() == Ids.SEEK_HEAD);
        return header.seekHeads().size() <= 1 && isSeekHeadInFront && isPlain && !pointsToAnother;
    }

    private Region region(int from, int to) {
        return new Region(front.subList(from, tracksAt), header.tracks(), front.subList(tracksAt + 1, to));
    }
}
