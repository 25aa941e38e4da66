package io.arrtheaudio.port.in;

/** Somebody who is told about jobs; nothing is told once this is closed. */
public interface JobWatch extends AutoCloseable {

    @Override
    void close();
}
