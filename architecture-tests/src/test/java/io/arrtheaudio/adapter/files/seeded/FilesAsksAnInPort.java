package io.arrtheaudio.adapter.files.seeded;

import io.arrtheaudio.port.in.FixDefaultAudio;

/** Breaks R9. */
public final class FilesAsksAnInPort {

    FixDefaultAudio same(FixDefaultAudio fix) {
        return fix;
    }
}
