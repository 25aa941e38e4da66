package io.arrtheaudio.port.in;

/**
 * Somebody who is told about jobs; nothing is told once this is closed, but for what is being told at that moment.
 *
 * <p>Thread-safe.
 */
public interface JobWatch extends AutoCloseable {

    @Override
    void close();
}
