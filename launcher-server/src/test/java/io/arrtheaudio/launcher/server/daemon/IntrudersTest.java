package io.arrtheaudio.launcher.server.daemon;

import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.KEY;
import static io.arrtheaudio.launcher.server.daemon.RunningDaemon.defaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no business with a whole daemon, and who has. The Python program left its API open to everybody and every page. */
class IntrudersTest {

    private static final String SECRET = "the-secret-of-the-webhooks";
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready");

    @TempDir
    private static Path folder;

    private static RunningDaemon daemon;

    @BeforeAll
    static void begin() {
        daemon = RunningDaemon.in(
                folder, RunningDaemon.api("webhook_secret: " + SECRET + ", rate_limits: {failures: 1000000}"));
    }

    @AfterAll
    static void end() {
        daemon.close();
    }

    /** A place for a key, and what to put there. */
    record Place(String query, String header, String value) {

        static List<Place> of(String key) {
            return List.of(
                    new Place("", "X-Api-Key", key),
                    new Place("", "Authorization", "Bearer " + key),
                    new Place("", "Authorization", basic(key)),
                    new Place("?apikey=" + key, "X-Nothing", "x"));
        }

        RunningDaemon.Answer send(String verb, String path, String body) {
            return daemon.send(daemon.stranger(path + query)
                    .header(header, value)
                    .header("Content-Type", "application/json")
                    .method(verb, BodyPublishers.ofString(body)));
        }
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString(("somebody:" + key).getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Place> rightPlaces() {
        return Place.of(KEY).stream();
    }

    static Stream<Place> wrongPlaces() {
        Place none = new Place("", "X-Nothing", "x");
        return Stream.concat(
                Stream.of(none), Stream.of("wrong", KEY + "x", "'--").flatMap(key -> Place.of(key).stream()));
    }

    @ParameterizedTest
    @MethodSource("rightPlaces")
    void the_key_opens_in_every_place(Place place) {
        place.send("GET", "/api/v1/queue", "").is(200);
        place.send("POST", "/webhook/test", "{}").is(200);
        Path film = daemon.film("movies/" + Integer.toHexString(place.hashCode()) + ".mkv");
        place.send("POST", "/api/v1/inspect", "{\"path\": \"" + film + "\"}").is(200);
    }

    @ParameterizedTest
    @MethodSource("wrongPlaces")
    void without_it_nothing_opens(Place place) {
        List<String> refused = new ArrayList<>();
        daemon.get("/openapi.json")
                .is(200)
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                    String address = path.getKey().replace("{id}", "1");
                    if (!OPEN.contains(address)) {
                        RunningDaemon.Answer answer = place.send(verb.toUpperCase(Locale.ROOT), address, "{}");
                        assertThat(answer.status()).as(verb + " " + address).isEqualTo(401);
                        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
                        refused.add(verb + " " + address);
                    }
                }));
        assertThat(refused).contains("post /api/v1/batch", "get /health", "get /docs", "put /webhook/sonarr");
    }

    @Test
    void the_secret_of_webhooks_and_its_signature_open_webhooks_only() throws Exception {
        String body = RunningDaemon.importOf("/movies", "nowhere.mkv");
        for (Place place : Place.of(SECRET)) {
            place.send("POST", "/webhook/radarr", body).is(202);
            place.send("GET", "/api/v1/queue", "").is(401);
        }
        Place signed = new Place("", "X-Webhook-Signature", "sha256=" + signature(body));
        signed.send("POST", "/webhook/radarr", body).is(202);
        signed.send("POST", "/webhook/radarr", body + " ").is(401);
        signed.send("POST", "/api/v1/batch", body).is(401);
    }

    private static String signature(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The Python program read the body first, and said what was wrong with it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"eventType\": 7}", "[]"})
    void who_has_no_key_learns_nothing_about_the_body(String body) {
        for (String path : List.of("/webhook/sonarr", "/webhook/radarr", "/api/v1/batch")) {
            RunningDaemon.Answer answer = daemon.send(daemon.stranger(path).POST(BodyPublishers.ofString(body)));
            assertThat(answer.is(401).text("detail")).startsWith("the key is needed");
        }
    }

    /** The Python program answered 500. */
    @ParameterizedTest
    @ValueSource(strings = {"schl\u00fcssel", "sha256=\u00ff\u00fe", "\u00e9"})
    void a_signature_that_is_not_ascii_is_a_wrong_one(String signature) {
        try (RawCall call = RawCall.to(daemon)) {
            call.text("POST /webhook/sonarr HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\nX-Webhook-Signature: " + signature + "\r\n\r\n{}");
            assertThat(call.status()).isEqualTo(401);
        }
    }

    /** What a browser does for a page of somebody else, with the password that it remembers. */
    @Test
    void a_form_of_another_page_does_nothing_with_the_password_of_the_browser() {
        Path film = daemon.film("tv/form/a.mkv");
        String body = "{\"path\": \"" + film.getParent() + "\", \"x\": \"=\"}";
        HttpRequest.Builder form = daemon.stranger("/api/v1/batch").header("Authorization", basic(KEY));
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            HttpRequest.Builder post = form.copy().header("Content-Type", type).POST(BodyPublishers.ofString(body));
            daemon.send(post.copy()).is(415);
            daemon.send(post.copy().header("Sec-Fetch-Site", "cross-site").header("Origin", "https://evil.example"))
                    .is(403);
            daemon.send(post.copy().header("Origin", "https://evil.example")).is(403);
        }
        assertThat(daemon.get("/api/v1/batch").is(200).json().path("batches")).isEmpty();
        assertThat(defaults(film)).containsExactly(1);
    }

    /** The Python program echoed any origin and allowed credentials. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS", "POST", "HEAD"})
    void no_page_of_another_site_may_read_an_answer(String verb) {
        RunningDaemon.Answer answer = daemon.send(daemon.request("/api/v1/queue")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-api-key")
                .method(verb, BodyPublishers.noBody()));
        assertThat(answer.whole().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void wrong_keys_are_remembered_with_where_they_came_from() {
        new Place("", "X-Api-Key", "wrong").send("DELETE", "/api/v1/jobs/1", "").is(401);
        assertThat(daemon.audit())
                .anyMatch(
                        entry -> entry.startsWith("wrong key | access | ") && entry.endsWith(" | 127.0.0.1 | refused"))
                .noneMatch(entry -> entry.contains(KEY) || entry.contains(SECRET));
    }
}
