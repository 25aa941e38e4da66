package io.arrtheaudio.kit;

import io.arrtheaudio.domain.edit.Bytes;
import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import io.arrtheaudio.domain.edit.PlanState;
import java.util.Arrays;

/** Plans on the whole content of a file. */
final class PaperTrail {

    private PaperTrail() {}

    static PlanState stateOf(byte[] content, EditPlan plan) {
        Ending ending = plan.ending();
        boolean canBeOld = true;
        boolean canBeNew = true;
        if (!ending.isSame()) {
            Bytes longer = ending.was().size() > 0 ? ending.was() : ending.becomes();
            long behind = content.length - ending.offset();
            if (behind < 0
                    || behind > longer.size()
                    || !startsWith(longer, Arrays.copyOfRange(content, (int) ending.offset(), content.length))) {
                return PlanState.FOREIGN;
            }
            canBeOld = behind == ending.was().size();
            canBeNew = behind == ending.becomes().size();
        }
        for (Patch patch : plan.patches()) {
            for (int i = 0; i < patch.was().size(); i++) {
                byte there = content[(int) patch.offset() + i];
                boolean isOld = there == patch.was().at(i);
                boolean isNew = there == patch.becomes().at(i);
                if (!isOld && !isNew) {
                    return PlanState.FOREIGN;
                }
                canBeOld &= isOld;
                canBeNew &= isNew;
            }
        }
        return canBeNew ? PlanState.NEW : canBeOld ? PlanState.OLD : PlanState.TORN;
    }

    /** The content with every byte of the plan the new one. */
    static byte[] applied(byte[] content, EditPlan plan) {
        Ending ending = plan.ending();
        byte[] changed = content.clone();
        if (!ending.isSame()) {
            int from = (int) ending.offset();
            changed = Arrays.copyOf(content, from + ending.becomes().size());
            System.arraycopy(ending.becomes().toArray(), 0, changed, from, changed.length - from);
        }
        for (Patch patch : plan.patches()) {
            System.arraycopy(
                    patch.becomes().toArray(),
                    0,
                    changed,
                    (int) patch.offset(),
                    patch.becomes().size());
        }
        return changed;
    }

    private static boolean startsWith(Bytes whole, byte[] start) {
        return Arrays.equals(Arrays.copyOf(whole.toArray(), start.length), start);
    }
}
