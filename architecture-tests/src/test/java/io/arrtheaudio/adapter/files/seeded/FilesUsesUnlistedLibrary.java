package io.arrtheaudio.adapter.files.seeded;

import org.assertj.core.api.Assertions;

/** Breaks "R10 a library has a home before it is used". */
public final class FilesUsesUnlistedLibrary {

    void check(int tracks) {
        Assertions.assertThat(tracks).isPositive();
    }
}
