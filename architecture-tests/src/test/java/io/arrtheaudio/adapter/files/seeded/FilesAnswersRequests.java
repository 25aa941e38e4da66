package io.arrtheaudio.adapter.files.seeded;

import io.javalin.http.Context;

/** Breaks R10, Javalin. */
public final class FilesAnswersRequests {

    void answer(Context context) {
        context.result("yes");
    }
}
