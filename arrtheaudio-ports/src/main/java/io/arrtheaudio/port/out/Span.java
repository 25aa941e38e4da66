package io.arrtheaudio.port.out;

/**
 * Something that takes a while and was begun.
 *
 * <p>One thread at a time: the one that began it ends it.
 */
@FunctionalInterface
public interface Span extends AutoCloseable {

    /** Nobody looks how long it takes. */
    Span NONE = () -> {};

    /** It ends. Throws nothing; ending it once more does nothing. */
    @Override
    void close();
}
