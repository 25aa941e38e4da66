package io.arrtheaudio.domain.seeded.cycle;

import io.arrtheaudio.domain.seeded.cycle.back.CycleBack;

/** Breaks R13, together with {@link CycleBack}. */
public final class CycleHere {

    CycleBack there() {
        return new CycleBack();
    }
}
