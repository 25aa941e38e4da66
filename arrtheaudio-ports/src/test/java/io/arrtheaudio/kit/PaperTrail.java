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
        if (!ending.isSame() && !isOurs(content, ending)) {
            return PlanState.FOREIGN;
        }
        boolean canBeOld = ending.isSame() || isEnd(content, ending, ending.was());
        boolean canBeNew = ending.isSame() || isEnd(content, ending, ending.becomes());
        for (Patch patch : plan.patches()) {
            if (patch.end() > content.length) {
                return PlanState.FOREIGN;
            }
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

    private static boolean isEnd(byte[] content, Ending ending, Bytes end) {
        return Arrays.equals(Arrays.copyOfRange(content, (int) ending.offset(), content.length), end.toArray());
    }

    /** Whether the end is the longer one as far as it goes; a byte that never came to the disk reads as 0. */
    private static boolean isOurs(byte[] content, Ending ending) {
        Bytes longer = ending.growth() > 0 ? ending.becomes() : ending.was();
        long behind = content.length - ending.offset();
        if (behind < 0 || behind > longer.size()) {
            return false;
        }
        for (int i = 0; i < behind; i++) {
            byte there = content[(int) ending.offset() + i];
            if (there != longer.at(i) && there != 0) {
                return false;
            }
        }
        return true;
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
}
