package io.arrtheaudio.port.out;

import io.arrtheaudio.domain.edit.EditPlan;
import java.nio.file.Path;

/** A file that stands in for another while a tool works. One thread at a time. */
public interface StandIn extends AutoCloseable {

    /** Where the tool may work. */
    Path path();

    /**
     * What the tool did, as a plan for the file that this one stands for. Bytes between two changes that lie close
     * together are part of one patch.
     *
     * @param method in a few words for people
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code FIX_FILE} if the tool wrote into the media data or
     *     took something off the end
     */
    EditPlan changes(String method);

    /** Whether Tracks lies before the first Cluster as the file is now. */
    boolean hasTracksInFront();

    /** Removes it. */
    @Override
    void close();
}
