package io.arrtheaudio.adapter.files.matroska;

import java.util.List;

/**
 * Neighbouring elements of a header among which the Tracks element may grow: what lies before it moves to the front, what
 * lies behind it to the end, and the Void elements between them give the room.
 *
 * @param before elements before Tracks, Void included
 * @param tracks the Tracks element
 * @param behind elements behind Tracks, Void included
 */
record Region(List<Element> before, Element tracks, List<Element> behind) {

    long start() {
        return before.isEmpty() ? tracks.offset() : before.get(0).offset();
    }

    long end() {
        return behind.isEmpty() ? tracks.end() : behind.get(behind.size() - 1).end();
    }

    int length() {
        return (int) (end() - start());
    }

    /** Bytes that Tracks and a Void element behind it may take together. */
    int room() {
        return (int) (length() - moving(before) - moving(behind));
    }

    /** Whether anything but the Tracks element itself would move. */
    boolean movesOthers() {
        return moving(before) + moving(behind) > 0;
    }

    /** Whether every element that would move may stand anywhere: none that is known holds offsets of its own. */
    boolean isMovable() {
        return before.stream().allMatch(Region::isMovable) && behind.stream().allMatch(Region::isMovable);
    }

    private static boolean isMovable(Element element) {
        return List.of(Ids.VOID, Ids.SEEK_HEAD, Ids.INFO, Ids.TAGS, Ids.CHAPTERS, Ids.ATTACHMENTS, Ids.CUES)
                .contains(element.id());
    }

    private static long moving(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.id() != Ids.VOID)
                .mapToLong(Element::length)
                .sum();
    }
}
