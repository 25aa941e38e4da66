package io.arrtheaudio.domain.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to write where, worked out by reading only.
 *
 * @param patches in the order in which they are written, none overlapping another; between two of them the file plays
 *     and has a default audio track
 * @param ending what becomes of the file's end; {@link Ending#SAME} if the file keeps its length, as it does in every
 *     plan of the built-in engine. What is appended is written before all patches, what is cut off goes after them
 * @param method how the room was found, in a few words for people: "flip 2 flags"
 */
public record EditPlan(List<Patch> patches, Ending ending, String method) {

    private static final String BACK = "take back: ";

    /** Checks that the patches overlap neither each other nor the end; the list is copied. */
    public EditPlan {
        Objects.requireNonNull(ending, "ending");
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
        boolean reachesEnd =
                !byOffset.isEmpty() && byOffset.get(byOffset.size() - 1).end() > ending.offset();
        if (!ending.isSame() && reachesEnd) {
            throw new IllegalArgumentException("a patch reaches into the end at byte " + ending.offset());
        }
    }

    /** A plan that keeps the file's length. */
    public EditPlan(List<Patch> patches, String method) {
        this(patches, Ending.SAME, method);
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return patches.isEmpty() && ending.isSame();
    }

    /** How many bytes the patches cover and the ending adds or takes. */
    public int size() {
        int patched = patches.stream().mapToInt(patch -> patch.was().size()).sum();
        return patched + ending.was().size() + ending.becomes().size();
    }

    /** Where it writes, for people: {@code bytes 4213 to 4215, byte 5001}. */
    public String places() {
        Stream<String> patched = patches.stream()
                .map(patch -> patch.was().size() == 1
                        ? "byte " + patch.offset()
                        : "bytes " + patch.offset() + " to " + (patch.end() - 1));
        Stream<String> end =
                ending.isSame() ? Stream.empty() : Stream.of("its end from byte " + ending.offset() + " on");
        return Stream.concat(patched, end).collect(Collectors.joining(", "));
    }

    /** The plan that takes this one back, last patch first; its own inverse is this plan. */
    public EditPlan inverse() {
        List<Patch> back = new ArrayList<>();
        for (Patch patch : patches) {
            back.add(patch.inverse());
        }
        Collections.reverse(back);
        return new EditPlan(
                back, ending.inverse(), method.startsWith(BACK) ? method.substring(BACK.length()) : BACK + method);
    }
}
