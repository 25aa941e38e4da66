package io.arrtheaudio.domain.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What to write where, worked out by reading only.
 *
 * @param patches in the order in which they are written, none overlapping another; between two of them the file plays
 *     and has a default audio track
 * @param method how the room was found, in a few words for people: "flip 2 flags"
 */
public record EditPlan(List<Patch> patches, String method) {

    private static final String BACK = "take back: ";

    /** Checks that the patches do not overlap; the list is copied. */
    public EditPlan {
        Objects.requireNonNull(method, "method");
        patches = List.copyOf(patches);
        List<Patch> byOffset = new ArrayList<>(patches);
        byOffset.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        for (int i = 1; i < byOffset.size(); i++) {
            if (byOffset.get(i).offset() < byOffset.get(i - 1).end()) {
                throw new IllegalArgumentException(
                        "patches overlap at byte " + byOffset.get(i).offset());
            }
        }
    }

    /** How many bytes the patches cover. */
    public int size() {
        return patches.stream().mapToInt(patch -> patch.was().size()).sum();
    }

    /** The bytes before, for people who must put them back by hand: {@code 88 81 01 at byte 4213}. */
    public String oldBytes() {
        return patches.stream()
                .map(patch -> patch.was() + " at byte " + patch.offset())
                .collect(Collectors.joining(", "));
    }

    /** The plan that takes this one back, last patch first; its own inverse is this plan. */
    public EditPlan inverse() {
        List<Patch> back = new ArrayList<>();
        for (Patch patch : patches) {
            back.add(patch.inverse());
        }
        Collections.reverse(back);
        return new EditPlan(back, method.startsWith(BACK) ? method.substring(BACK.length()) : BACK + method);
    }
}
