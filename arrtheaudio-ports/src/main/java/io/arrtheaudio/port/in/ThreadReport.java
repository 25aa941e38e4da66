package io.arrtheaudio.port.in;

/**
 * Tells what this program does at this moment.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface ThreadReport {

    /** Every thread with what it waits for and where it is, for people. */
    String threads();
}
