package io.arrtheaudio.port.out;

import java.nio.file.Path;

/** Takes what a walk through a library meets. Called by the walking thread. */
public interface Finder {

    /**
     * A file that fits.
     *
     * @return whether to go on
     */
    boolean file(Path file);

    /** Whether to go on; asked before every folder and every entry of one, whether it fits or not. */
    boolean goesOn();

    /** Something that could not be looked at. */
    void passedOver(Path path, String why);
}
