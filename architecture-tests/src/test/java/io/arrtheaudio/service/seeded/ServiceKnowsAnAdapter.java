package io.arrtheaudio.service.seeded;

import io.arrtheaudio.adapter.files.BuiltInEngine;

/** Breaks R5. */
public final class ServiceKnowsAnAdapter {

    BuiltInEngine engine() {
        return new BuiltInEngine();
    }
}
