package io.arrtheaudio.adapter.javalin;

/**
 * What went wrong, as RFC 9457 has it. Never holds a stack trace, a key or a class.
 *
 * @param type always {@code about:blank}: the status says which kind it is
 * @param title the status in words
 * @param status of HTTP
 * @param detail for people; may be empty
 */
record Problem(String type, String title, int status, String detail) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }
}
