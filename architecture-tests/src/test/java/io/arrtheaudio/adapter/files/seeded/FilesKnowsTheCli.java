package io.arrtheaudio.adapter.files.seeded;

import io.arrtheaudio.adapter.cli.Wiring;

/** Breaks R7. */
public final class FilesKnowsTheCli {

    String version(Wiring wiring) {
        return wiring.version();
    }
}
