package io.arrtheaudio.adapter.files.archive;

import java.io.IOException;

/** An archive is not as this program writes it. The message says what was found. */
final class DamagedArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedArchiveException(String found) {
        super(found);
    }

    static void unless(boolean isFine, String found) throws DamagedArchiveException {
        if (!isFine) {
            throw new DamagedArchiveException(found);
        }
    }
}
