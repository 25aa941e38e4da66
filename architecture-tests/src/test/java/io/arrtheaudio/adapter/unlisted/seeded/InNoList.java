package io.arrtheaudio.adapter.unlisted.seeded;

/** Breaks R14: an adapter that is neither driving nor driven. */
public final class InNoList {

    int nothing() {
        return 0;
    }
}
