package io.arrtheaudio.adapter.micrometer.tracing;

/** A request that is being dealt with. One thread at a time: the one in which it began. */
public final class RequestSpan {

    private static final int BROKEN = 500;

    private final Begun begun;

    RequestSpan(Begun begun) {
        this.begun = begun;
    }

    /** It was answered with this status; telling it once more does nothing. */
    public void answered(int status) {
        begun.tag("http.response.status_code", status);
        if (status >= BROKEN) {
            begun.failed("answered with " + status);
        }
        begun.close();
    }
}
