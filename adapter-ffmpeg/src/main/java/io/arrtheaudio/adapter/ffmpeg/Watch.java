package io.arrtheaudio.adapter.ffmpeg;

/** Watches a tool at work. Called a few times a second by the thread that waits for it. */
interface Watch {

    /** For a tool that has all its work to do within the patience. */
    Watch FOR_ANSWERS = printed -> 0;

    /**
     * A number that is another one each time when the tool has got on.
     *
     * @param printed how many bytes it has printed up to now
     */
    long pulse(long printed);

    /** Whether to end it. */
    default boolean isCancelled() {
        return false;
    }
}
