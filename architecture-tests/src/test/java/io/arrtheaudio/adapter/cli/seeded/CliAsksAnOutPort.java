package io.arrtheaudio.adapter.cli.seeded;

import io.arrtheaudio.port.out.MediaInspector;

/** Breaks R8. */
public final class CliAsksAnOutPort {

    MediaInspector same(MediaInspector inspector) {
        return inspector;
    }
}
