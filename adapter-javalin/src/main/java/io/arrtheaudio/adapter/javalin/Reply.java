package io.arrtheaudio.adapter.javalin;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;

/** Answers in JSON. Thread-safe. */
record Reply(Json json) {

    void ok(Context context, Object view) {
        with(context, 200, view);
    }

    void with(Context context, int status, Object view) {
        json.answer(context, status, view);
    }

    /**
     * The body as fields; without a body there are none.
     *
     * @param known the fields that it may have
     */
    BodyFields body(Context context, Class<? extends Record> known) {
        byte[] body = context.bodyAsBytes();
        JsonNode fields = json.read(body.length == 0 ? new byte[] {'{', '}'} : body);
        KnownNames.check(fields, known);
        return BodyFields.of(fields);
    }
}
