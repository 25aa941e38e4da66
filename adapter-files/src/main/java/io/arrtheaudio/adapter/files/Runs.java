package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Patch;
import java.util.ArrayList;
import java.util.List;

/** Joins patches that are written one after the other and lie side by side, so that they cost one write. */
final class Runs {

    private Runs() {}

    /** The plan's patches in their order, neighbours joined. */
    static List<Patch> of(EditPlan plan) {
        List<Patch> runs = new ArrayList<>();
        for (Patch patch : plan.patches()) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).end() == patch.offset()) {
                runs.set(last, joined(runs.get(last), patch));
            } else if (last >= 0 && patch.end() == runs.get(last).offset()) {
                runs.set(last, joined(patch, runs.get(last)));
            } else {
                runs.add(patch);
            }
        }
        return runs;
    }

    private static Patch joined(Patch first, Patch second) {
        Bytes was = first.was().then(second.was());
        return new Patch(first.offset(), was, first.becomes().then(second.becomes()));
    }
}
