package io.arrtheaudio.adapter.files.seeded;

import org.jdbi.v3.core.JdbiException;

/** Breaks R10, Jdbi. */
public final class FilesUsesJdbi {

    String words(JdbiException problem) {
        return problem.getMessage();
    }
}
