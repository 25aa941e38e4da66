package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.SECRET;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.HttpSettings.Keys;
import io.javalin.http.HandlerType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersTest {

    private static final String EVENT = "{\"eventType\":\"Health\"}";

    private final TestServer server = TestServer.locked(TestServer.route(
            HandlerType.GET,
            "/who",
            context -> context.result(
                    Caller.of(context).who() + " at " + Caller.of(context).address())));

    /** Enough for one test's failures, whatever the ones before had. */
    @BeforeEach
    void aMinuteLater() {
        server.clock.advance(Duration.ofMinutes(1));
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static String basic(String user, String password, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(charset));
    }

    private static String basic(String password) {
        return basic("anybody", password, StandardCharsets.UTF_8);
    }

    private static String signature(String key, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Arguments> placesOfTheKey() {
        return Stream.of(
                Arguments.of("", "X-Api-Key", KEY),
                Arguments.of("", "x-api-key", KEY),
                Arguments.of("", "Authorization", "Bearer " + KEY),
                Arguments.of("", "authorization", "bearer   " + KEY),
                Arguments.of("", "Authorization", basic(KEY)),
                Arguments.of("", "Authorization", basic("", KEY, StandardCharsets.UTF_8)),
                Arguments.of("?apikey=" + KEY, "X-Nothing", "x"),
                Arguments.of("?a=b&apikey=" + KEY, "X-Nothing", "x"),
                Arguments.of("?apikey=" + KEY, "X-Api-Key", "wrong"),
                Arguments.of("", "X-Api-Key", KEY + "  "));
    }

    @ParameterizedTest
    @MethodSource("placesOfTheKey")
    void the_key_opens_in_every_place(String query, String header, String value) {
        Answer answer = server.get("/who" + query, header, value);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("api key at 127.0.0.1");
    }

    @Test
    void without_a_key_nothing_opens() {
        Answer answer = server.get("/who");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).startsWith("Basic realm=");
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.text("title")).isEqualTo("Unauthorized");
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
        assertThat(answer.text("detail")).contains("X-Api-Key");
    }

    static Stream<Arguments> wrongKeys() {
        return Stream.of(
                Arguments.of("", "X-Api-Key", "wrong"),
                Arguments.of("", "X-Api-Key", KEY.substring(1)),
                Arguments.of("", "X-Api-Key", KEY.toUpperCase(Locale.ROOT)),
                Arguments.of("", "X-Api-Key", "'; DROP TABLE jobs;--"),
                Arguments.of("", "X-Api-Key", SECRET),
                Arguments.of("", "Authorization", "Bearer wrong"),
                Arguments.of("", "Authorization", "Bearer"),
                Arguments.of("", "Authorization", KEY),
                Arguments.of("", "Authorization", "Digest " + KEY),
                Arguments.of("", "Authorization", "Basic !!! not base 64 !!!"),
                Arguments.of("", "Authorization", basic("wrong")),
                Arguments.of("", "Authorization", "Basic " + KEY),
                Arguments.of("?apikey=", "X-Nothing", "x"),
                Arguments.of("?apikey=wrong", "X-Nothing", "x"),
                Arguments.of("?apikey=%00", "X-Nothing", "x"),
                Arguments.of("?APIKEY=" + KEY, "X-Nothing", "x"));
    }

    @ParameterizedTest
    @MethodSource("wrongKeys")
    void a_wrong_key_opens_nothing(String query, String header, String value) {
        assertThat(server.get("/who" + query, header, value).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schl\u00fcssel", "\u00ff\u00fe", "\u0001"})
    void bytes_that_are_no_key_open_nothing_and_break_nothing(String key) {
        for (String header : new String[] {"X-Api-Key", "Authorization: Bearer", "X-Webhook-Signature"}) {
            try (Wire wire = server.wire()) {
                int status = wire.lines(
                                "POST /webhook/sonarr HTTP/1.1",
                                "Host: a",
                                "Content-Type: application/json",
                                header + (header.contains(":") ? " " : ": ") + key,
                                "Connection: close",
                                "Content-Length: 2",
                                "",
                                "{}")
                        .answer()
                        .status();
                assertThat(status).isIn(400, 401);
            }
        }
    }

    @Test
    void a_parameter_that_cannot_be_decoded_shows_no_key() {
        try (Wire wire = server.wire()) {
            assertThat(wire.lines("GET /who?apikey=%zz HTTP/1.1", "Host: a", "Connection: close")
                            .answer()
                            .status())
                    .isIn(400, 401);
        }
    }

    @Test
    void a_key_of_any_letters_opens_in_both_encodings() {
        String key = "schl\u00fcssel";
        try (TestServer other = new TestServer(HttpSettings.at("127.0.0.1", 0, Keys.of(key)))) {
            for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8}) {
                Answer answer = other.post("/webhook/sonarr", EVENT, "Authorization", basic("sonarr", key, charset));
                assertThat(answer.status()).as(charset.name()).isEqualTo(200);
            }
            assertThat(other.post("/webhook/sonarr?apikey=schl%C3%BCssel", EVENT)
                            .status())
                    .isEqualTo(200);
        }
    }

    static Stream<Arguments> whatOpensWebhooks() throws Exception {
        return Stream.of(
                Arguments.of("X-Api-Key", KEY),
                Arguments.of("X-Api-Key", SECRET),
                Arguments.of("Authorization", basic(SECRET)),
                Arguments.of("Authorization", "Bearer " + SECRET),
                Arguments.of("X-Webhook-Signature", signature(KEY, EVENT)),
                Arguments.of("X-Webhook-Signature", signature(SECRET, EVENT)),
                Arguments.of("X-Webhook-Signature", "sha256=" + signature(SECRET, EVENT)),
                Arguments.of("X-Webhook-Signature", signature(SECRET, EVENT).toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("whatOpensWebhooks")
    void webhooks_open_for_either_key_and_for_a_signature(String header, String value) {
        assertThat(server.post("/webhook/sonarr", EVENT, header, value).status())
                .isEqualTo(200);
    }

    static Stream<String> wrongSignatures() throws Exception {
        return Stream.of(
                signature("wrong", EVENT),
                signature(SECRET, EVENT + " "),
                signature(SECRET, EVENT).substring(2),
                signature(SECRET, EVENT) + "00",
                "sha1=" + signature(SECRET, EVENT),
                "zz".repeat(32),
                "sha256=");
    }

    @ParameterizedTest
    @MethodSource("wrongSignatures")
    void a_wrong_signature_opens_nothing(String signature) {
        assertThat(server.post("/webhook/sonarr", EVENT, "X-Webhook-Signature", signature)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_signature_opens_nothing_but_webhooks() throws Exception {
        assertThat(server.get("/who", "X-Webhook-Signature", signature(KEY, "")).status())
                .isEqualTo(401);
    }

    @Test
    void without_keys_everything_is_open() {
        try (TestServer open = TestServer.open(TestServer.route(
                HandlerType.GET,
                "/who",
                context -> context.result(Caller.of(context).who())))) {
            assertThat(open.get("/who").body()).isEqualTo("nobody");
            assertThat(open.post("/webhook/sonarr", EVENT).status()).isEqualTo(200);
        }
    }

    @Test
    void who_is_turned_away_is_noted_without_what_was_shown() {
        server.get("/who?apikey=hunter2", "X-Api-Key", "hunter3");

        assertThat(server.audit.all().get(0))
                .hasToString("AuditEntry[at=" + server.clock.instant()
                        + ", who=wrong key, action=access, subject=GET /who, from=127.0.0.1, outcome=refused]");
    }

    @Test
    void an_address_where_nothing_is_looks_the_same_to_strangers() {
        assertThat(server.get("/nothing/here").status()).isEqualTo(401);
        assertThat(server.get("/nothing/here", WITH_KEY).status()).isEqualTo(404);
    }
}
