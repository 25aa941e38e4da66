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

    /**
     * It does not come to what it should; it ends by {@link #close} all the same.
     *
     * @param why for people
     */
    default void failed(String why) {}

    /** It ends. Throws nothing; ending it once more does nothing. */
    @Override
    void close();
}
