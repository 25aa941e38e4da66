package io.arrtheaudio.adapter.tmdb;

import static io.arrtheaudio.adapter.tmdb.TmdbStub.endless;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.halfAndGone;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.header;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.resource;
import static io.arrtheaudio.adapter.tmdb.TmdbStub.status;

import io.arrtheaudio.domain.failure.Remedy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A way in which TMDB, or what lies before it, fails.
 *
 * @param name for people
 * @param reply what it does
 * @param remedy whose turn it is then
 * @param requests how often it is asked in one lookup
 * @param found words of the message
 * @param settings how the usual ones are changed
 */
record Fault(
        String name,
        TmdbStub.Reply reply,
        Remedy remedy,
        int requests,
        String found,
        UnaryOperator<TmdbSettings> settings) {

    private static final String HTML = "<html><head><title>429</title></head><body>Slow down</body></html>";
    private static final String FILM = resource("movie-129.json");

    /** All of which the stub is capable. */
    static List<Fault> all(TmdbStub stub) {
        return List.of(
                settings("401", status(401, resource("status-7.json")), "the key is not accepted"),
                settings("403 of a firewall", html(403), "status 403"),
                settings("404 that is not TMDB's", html(404), "status 404"),
                settings("400", status(400, "{\"status_code\":22,\"success\":false}"), "status 400"),
                settings("a redirection", redirection(stub), "status 302"),
                retried("429", status(429, resource("status-25.json")), "too much is asked"),
                retried("429 in HTML", html(429), "too much is asked"),
                new Fault(
                        "429 with a wish that nobody waits for",
                        header("Retry-After", "1", html(429)),
                        Remedy.RETRY_LATER,
                        1,
                        "too much is asked",
                        same -> same),
                retried("429 with nonsense", header("Retry-After", "soon", html(429)), "too much is asked"),
                retried("500", status(500, resource("status-11.json")), "status 500"),
                retried("502 in HTML", html(502), "status 502"),
                retried("503 without a body", status(503, ""), "status 503"),
                retried("504 without end", endless(504), "status 504"),
                retried("half a body", halfAndGone(FILM), "IOException"),
                // the JDK's client asks once more by itself if the connection ends before the first word
                new Fault("no word at all", exchange -> {}, Remedy.RETRY_LATER, 6, "IOException", same -> same),
                slow("silence", stub.silence()),
                slow("half a body, then silence", stub.halfAndSilence(FILM)),
                settings("half a JSON", status(200, FILM.substring(0, 200)), "no JSON object"),
                settings("an array", status(200, "[]"), "no JSON object"),
                settings("no body", status(200, ""), "no JSON object"),
                settings("deep JSON", status(200, "[".repeat(100_000)), "no JSON object"),
                settings("a login page", html(200), "no JSON object"),
                settings("bytes", status(200, "\0\1\2\uFFFF"), "no JSON object"),
                settings("a huge body", status(200, " ".repeat(1 << 21)), "too large"),
                settings("a body without end", endless(200), "too large"),
                elsewhere("connection refused", "http://localhost:1/3", "cannot connect"),
                elsewhere(
                        "a host that is not there",
                        "http://tmdb.invalid/3",
                        "cannot connect: nobody knows a host of that name"));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Fault settings(String name, TmdbStub.Reply reply, String found) {
        return new Fault(name, reply, Remedy.FIX_SETTINGS, 1, found, same -> same);
    }

    private static Fault retried(String name, TmdbStub.Reply reply, String found) {
        return new Fault(name, reply, Remedy.RETRY_LATER, 3, found, same -> same);
    }

    private static Fault slow(String name, TmdbStub.Reply reply) {
        Duration limit = Duration.ofMillis(70);
        return new Fault(
                name,
                reply,
                Remedy.RETRY_LATER,
                3,
                "no whole answer within 70 ms",
                settings -> Samples.answeredWithin(settings, limit));
    }

    private static Fault elsewhere(String name, String url, String found) {
        return new Fault(name, exchange -> {}, Remedy.RETRY_LATER, 0, found, settings -> settings.at(URI.create(url)));
    }

    private static TmdbStub.Reply html(int status) {
        return header("Content-Type", "text/html", status(status, HTML));
    }

    private static TmdbStub.Reply redirection(TmdbStub stub) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", stub.url() + "/elsewhere?" + exchange.getRequestURI());
            status(302, "").to(exchange);
        };
    }
}
