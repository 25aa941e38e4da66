package io.arrtheaudio.adapter.files;

import io.arrtheaudio.domain.edit.EditPlan;
import io.arrtheaudio.domain.edit.Ending;
import io.arrtheaudio.domain.edit.Patch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One step of carrying a plan out. Made once more, or after it was made in part, it leaves the same behind. */
sealed interface Stroke {

    /** Makes it. */
    void on(ByteFile file) throws IOException;

    /** The way back from it, also if it was made in part. */
    Stroke inverse();

    /**
     * The steps of a plan in their order. What is appended is on disk before the first patch, which may point to it; what
     * is cut off goes after the last patch is on disk, for until then something may point there.
     */
    static List<Stroke> of(EditPlan plan) {
        List<Stroke> strokes = new ArrayList<>();
        if (plan.ending().growth() > 0) {
            strokes.add(new Resize(plan.ending()));
            strokes.add(new Force(true));
        }
        Runs.of(plan).forEach(run -> strokes.add(new Overwrite(run)));
        if (!plan.patches().isEmpty()) {
            strokes.add(new Force(false));
        }
        if (plan.ending().growth() < 0) {
            strokes.add(new Resize(plan.ending()));
            strokes.add(new Force(true));
        }
        return strokes;
    }

    /** Overwrites bytes by others, whatever they are. */
    record Overwrite(Patch patch) implements Stroke {
        @Override
        public void on(ByteFile file) throws IOException {
            file.write(patch.offset(), patch.becomes().toArray());
        }

        @Override
        public Stroke inverse() {
            return new Overwrite(patch.inverse());
        }
    }

    /** Appends bytes or cuts them off. */
    record Resize(Ending ending) implements Stroke {
        @Override
        public void on(ByteFile file) throws IOException {
            if (ending.growth() > 0) {
                file.write(ending.offset(), ending.becomes().toArray());
            } else {
                file.truncate(ending.offset());
            }
        }

        @Override
        public Stroke inverse() {
            return new Resize(ending.inverse());
        }
    }

    /** Waits until everything is on disk. */
    record Force(boolean withLength) implements Stroke {
        @Override
        public void on(ByteFile file) throws IOException {
            file.force(withLength);
        }

        @Override
        public Stroke inverse() {
            return this;
        }
    }
}
