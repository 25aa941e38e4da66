package io.arrtheaudio.service.seeded;

/** Breaks "no static mutable state". */
public final class ServiceKeepsState {

    private static int runs;

    int run() {
        return ++runs;
    }
}
