package io.arrtheaudio.domain.edit;

import java.util.Objects;

/**
 * What a change writes.
 *
 * @param method how it is made, in a few words for people: "flip 2 flags"
 * @param headerBytes how many bytes of the header are written
 * @param copiedBytes how many bytes are copied to another place on the disk, because the file has other names that must
 *     keep theirs or because a tool writes it anew; 0 if it is changed where it is, or the disk can share them
 */
public record EditCost(String method, long headerBytes, long copiedBytes) {

    /** Checks the values. */
    public EditCost {
        Objects.requireNonNull(method, "method");
        if (headerBytes < 0 || copiedBytes < 0) {
            throw new IllegalArgumentException(
                    "a cost of " + headerBytes + " and " + copiedBytes + " bytes; it must not be negative");
        }
    }

    /** The cost of a plan that is carried out in the file itself. */
    public static EditCost inPlace(EditPlan plan) {
        return new EditCost(plan.method(), plan.size(), 0);
    }
}
