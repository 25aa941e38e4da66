package io.arrtheaudio.adapter.files.seeded;

import io.arrtheaudio.service.FixRules;

/** Breaks R6. */
public final class FilesKnowsAService {

    FixRules rules() {
        return FixRules.DEFAULT;
    }
}
