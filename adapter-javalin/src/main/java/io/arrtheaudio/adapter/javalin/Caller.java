package io.arrtheaudio.adapter.javalin;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * Who asks, as far as was found out before a handler is called.
 *
 * @param who which key was shown, in words: {@code api key}; never the key
 * @param address of the client, behind trusted proxies
 */
record Caller(String who, String address) {

    private static final String ATTRIBUTE = "caller";

    Caller {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(address, "address");
    }

    /** Of this request. */
    static Caller of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE), "the caller was not looked at");
    }

    /** Remembers who asks. */
    void rememberIn(Context context) {
        context.attribute(ATTRIBUTE, this);
    }
}
