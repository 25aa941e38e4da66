package io.arrtheaudio.port.in;

/**
 * Is told by Sonarr and Radarr what happens to their files, and makes jobs of it. What is accepted is on disk when the method
 * returns: all files of a call, or none. A file that cannot be found is accepted too, and waits.
 *
 * <p>Throws {@link io.arrtheaudio.domain.failure.AudioFixException} with {@code RETRY_LATER} if nothing can be kept.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface ArrDesk {

    /** Something has happened. */
    ArrAnswer tell(ArrCall call);
}
