package io.arrtheaudio.embedded.seeded;

import org.jdbi.v3.core.Jdbi;

/** Brings a library that no embedder asked for. */
public final class EmbeddedUsesDatabase {

    Jdbi open(String url) {
        return Jdbi.create(url);
    }
}
