package io.arrtheaudio.adapter.jdbi;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** A database in which something can be looked up. Thread-safe. */
interface Reads extends AutoCloseable {

    /**
     * Looks something up. May look twice, if the database changed meanwhile.
     *
     * @param attempt what, for people: "look for changes"
     * @throws io.arrtheaudio.domain.failure.AudioFixException {@code RETRY_LATER} if it cannot be read
     */
    <T> T read(String attempt, Function<Handle, T> work);

    @Override
    void close();
}
