package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Context;

/** Answers in JSON. Thread-safe. */
record Reply(Json json) {

    void ok(Context context, Object view) {
        with(context, 200, view);
    }

    void with(Context context, int status, Object view) {
        json.answer(context, status, view);
    }

    /** The body as fields; without a body there are none. */
    BodyFields body(Context context) {
        byte[] body = context.bodyAsBytes();
        return BodyFields.of(json.read(body.length == 0 ? new byte[] {'{', '}'} : body));
    }
}
