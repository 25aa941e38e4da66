package io.arrtheaudio.launcher.server.seeded;

import io.arrtheaudio.embedded.ArrTheAudio;
import java.nio.file.Path;

/** Has two ways to put the program together. */
public final class LauncherGoesThroughTheDoor {

    ArrTheAudio open(Path folder) {
        return ArrTheAudio.withJournalIn(folder).open();
    }
}
