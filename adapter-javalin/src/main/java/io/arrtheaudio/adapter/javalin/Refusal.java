package io.arrtheaudio.adapter.javalin;

import java.util.Map;

/** An answer that ends the handling of a request, with the words for its caller. */
final class Refusal extends RuntimeException {

    private final int status;
    private final transient Map<String, String> headers;

    Refusal(int status, String detail, Map<String, String> headers) {
        super(detail, null, false, false); // expected, and many a second when somebody tries keys: no stack trace
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    Refusal(int status, String detail) {
        this(status, detail, Map.of());
    }

    static Refusal badRequest(String detail) {
        return new Refusal(400, detail);
    }

    static Refusal notFound(String detail) {
        return new Refusal(404, detail);
    }

    /** Nobody reads on, so the rest of the request is not waited for. */
    static Refusal hangingUp(int status, String detail) {
        return new Refusal(status, detail, Map.of("Connection", "close"));
    }

    /** To be tried again. */
    static Refusal later(int status, String detail, long seconds) {
        return new Refusal(status, detail, Map.of("Retry-After", Long.toString(Math.max(1, seconds))));
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
