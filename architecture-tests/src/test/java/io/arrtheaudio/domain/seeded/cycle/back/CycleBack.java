package io.arrtheaudio.domain.seeded.cycle.back;

import io.arrtheaudio.domain.seeded.cycle.CycleHere;

/** Breaks R13, together with {@link CycleHere}. */
public final class CycleBack {

    CycleHere back() {
        return new CycleHere();
    }
}
