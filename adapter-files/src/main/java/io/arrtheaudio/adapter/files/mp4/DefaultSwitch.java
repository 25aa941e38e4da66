package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bytes that make some audio tracks the only enabled ones: a bit in the {@code tkhd} flags of each track that is to
 * change. Those to be enabled come first, so that no state in between is without a default.
 */
final class DefaultSwitch {

    private DefaultSwitch() {}

    /**
     * Plans it.
     *
     * @param defaults which of {@code audio}, counted from 1
     */
    static EditPlan plan(List<Trak> audio, Set<Integer> defaults) {
        List<Patch> patches = new ArrayList<>();
        for (int position : new TreeSet<>(defaults)) {
            TrackHeader header = audio.get(position - 1).header();
            if (!header.isEnabled()) {
                patches.add(patch(header, true));
            }
        }
        int set = patches.size();
        for (int i = 0; i < audio.size(); i++) {
            TrackHeader header = audio.get(i).header();
            if (!defaults.contains(i + 1) && header.isEnabled()) {
                patches.add(patch(header, false));
            }
        }
        return new EditPlan(patches, method(set, patches.size() - set));
    }

    private static Patch patch(TrackHeader header, boolean enabled) {
        return new Patch(header.flagsAt(), Bytes.of(header.flags()), Bytes.of(header.flagsWhenEnabled(enabled)));
    }

    private static String method(int set, int cleared) {
        List<String> steps = new ArrayList<>();
        if (set > 0) {
            steps.add("set " + set);
        }
        if (cleared > 0) {
            steps.add("clear " + cleared);
        }
        return steps.isEmpty()
                ? "nothing to change"
                : String.join(" and ", steps) + " tkhd flag" + (set + cleared == 1 ? "" : "s");
    }
}
