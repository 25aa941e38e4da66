package io.arrtheaudio.adapter.files.seeded;

import com.fasterxml.jackson.core.JsonFactory;

/** Breaks R10, Jackson. */
public final class FilesWritesJson {

    JsonFactory json() {
        return new JsonFactory();
    }
}
