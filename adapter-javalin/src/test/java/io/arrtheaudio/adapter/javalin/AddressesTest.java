package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.adapter.javalin.RequestObserver.Answered;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressesTest {

    private static final String KEY_LINE = "X-Api-Key: " + KEY;

    private final TestServer server = new TestServer(
            TestServer.lockedSettings().behind("127.0.0.1"),
            TestServer.route(HandlerType.GET, "/jobs/{id}", context -> context.result(context.pathParam("id"))),
            TestServer.route(HandlerType.DELETE, "/jobs/{id}", context -> context.status(204)),
            TestServer.route(HandlerType.GET, "/asked", context -> context.result("" + context.queryParam("q"))),
            TestServer.route(HandlerType.GET, "/breaks", context -> {
                throw new StackOverflowError("seeded");
            }));

    @BeforeEach
    void aMinuteLater() {
        server.clock.advance(Duration.ofMinutes(1));
        server.observed.clear();
    }

    @AfterAll
    void end() {
        server.close();
    }

    private Answer wired(String... lines) {
        try (Wire wire = server.wire()) {
            return wire.lines(TestServer.with(lines, "Host: a", "Connection: close"))
                    .answer();
        }
    }

    private static void assertSafe(Answer answer) {
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.headers())
                .doesNotContainKeys("server", "x-powered-by", "access-control-allow-origin", "location", "set-cookie");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("about:blank");
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.body())
                .doesNotContain("jetty")
                .doesNotContain("javalin")
                .doesNotContain("Exception");
    }

    @Test
    void what_is_there_is_answered() {
        Answer answer = server.get("/jobs/7", WITH_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("7");
        assertSafe(answer);
    }

    @Test
    void a_slash_at_the_end_is_no_other_address_and_nothing_redirects() {
        assertThat(server.get("/jobs/7/", WITH_KEY).status()).isEqualTo(200);
        assertThat(server.get("//jobs/7", WITH_KEY).status()).isEqualTo(400);
        assertThat(server.get("", WITH_KEY).status()).isEqualTo(404);
    }

    @Test
    void what_can_be_got_can_be_asked_for_its_headers() {
        Answer answer = server.send("HEAD", "/jobs/7", "", WITH_KEY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(server.send("HEAD", "/jobs/7", "").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /jobs/7",
        "PUT, /jobs/7",
        "PATCH, /jobs/7/",
        "OPTIONS, /jobs/7",
        "TRACE, /jobs/7",
        "BREW, /jobs/7",
        "QUERY, /jobs/7"
    })
    void other_verbs_are_told_which_there_are(String verb, String path) {
        Answer answer = wired(verb + " " + path + " HTTP/1.1", KEY_LINE);

        assertProblem(answer, 405);
        assertThat(answer.header("allow")).isEqualTo("DELETE, GET, HEAD");
        assertSafe(answer);
    }

    @Test
    void webhooks_are_posted_or_put() {
        assertThat(server.get("/webhook/sonarr", WITH_KEY).header("allow")).isEqualTo("POST, PUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/jobs", "/jobs/7/8", "/webhook", "/webhook/lidarr", "/favicon.ico", "/WEBHOOK/SONARR"})
    void where_nothing_is_there_is_a_problem(String path) {
        Answer answer = server.get(path, WITH_KEY);

        assertProblem(answer, 404);
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fetc/passwd",
                "/jobs/%2e%2e/%2e%2e/etc/passwd",
                "/jobs/..;/x",
                "/jobs/a%00b/c",
                "/jobs/%zz",
                "/%c0%ae%c0%ae/etc/passwd"
            })
    void paths_that_lead_astray_lead_nowhere(String path) {
        Answer answer = wired("GET " + path + " HTTP/1.1", KEY_LINE);

        assertThat(answer.status()).isIn(400, 404);
        assertProblem(answer, answer.status());
        assertSafe(answer);
    }

    @Test
    void parameters_are_text_and_nothing_else() {
        assertThat(server.get("/jobs/%27%3B%20DROP%20TABLE%20jobs%3B--", WITH_KEY)
                        .body())
                .isEqualTo("'; DROP TABLE jobs;--");
    }

    @Test
    void a_query_is_text_and_nothing_else() {
        assertThat(server.get("/asked?q=%27%3B%20DROP%20TABLE%20jobs%3B--", WITH_KEY)
                        .body())
                .isEqualTo("'; DROP TABLE jobs;--");
        assertThat(wired("GET /asked?q=%zz HTTP/1.1", KEY_LINE).status()).isLessThan(500);
    }

    @Test
    void too_many_headers_are_refused() {
        Answer answer = wired("GET /jobs/7 HTTP/1.1", KEY_LINE, "X-Long: " + "x".repeat(10_000));

        assertProblem(answer, 431);
        assertSafe(answer);
    }

    @Test
    void a_long_address_is_refused() {
        assertProblem(wired("GET /jobs/" + "x".repeat(10_000) + " HTTP/1.1", KEY_LINE), 414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "GET", "GET / HTTP/9.9", "GET /jobs/7 HTTP/1.1\r\nX Y: z", "\u0000\u0001\u0002"})
    void what_is_not_http_is_a_problem(String nonsense) {
        Answer answer = wired(nonsense);

        assertThat(answer.status()).isIn(400, 505);
        assertSafe(answer);
    }

    @Test
    void without_a_host_there_is_no_answer() {
        try (Wire wire = server.wire()) {
            assertProblem(wire.lines("GET /jobs/7 HTTP/1.1", KEY_LINE).answer(), 400);
        }
    }

    @Test
    void a_request_with_two_lengths_is_refused() {
        assertThat(wired("POST /jobs/7 HTTP/1.1", KEY_LINE, "Content-Length: 5", "Content-Length: 6")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_request_of_two_minds_about_its_length_is_refused() {
        Answer answer = wired("POST /jobs/7 HTTP/1.1", KEY_LINE, "Content-Length: 5", "Transfer-Encoding: chunked");

        assertProblem(answer, 400);
    }

    @Test
    void strangers_get_careful_headers_too() {
        assertSafe(server.get("/jobs/7"));
    }

    @Test
    void what_breaks_badly_breaks_only_itself() {
        Answer answer = server.get("/breaks", WITH_KEY);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("seeded");
        assertSafe(answer);
        assertThat(server.get("/jobs/7", WITH_KEY).status()).isEqualTo(200);
    }

    @Test
    void who_came_by_tls_is_told_to_come_by_nothing_else() {
        String[] secure = TestServer.with(WITH_KEY, "X-Forwarded-Proto", "https");

        assertThat(server.get("/jobs/7", secure).header("strict-transport-security"))
                .isEqualTo("max-age=31536000");
        assertThat(server.get("/jobs/7", WITH_KEY).headers()).doesNotContainKey("strict-transport-security");
        try (TestServer alone = TestServer.locked()) {
            assertThat(alone.get("/", secure).headers()).doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void every_answer_is_told_by_its_route() {
        server.get("/jobs/7?apikey=" + KEY);
        server.get("/jobs/8");
        server.get("/nowhere/9", WITH_KEY);
        wired("BREW /jobs/7 HTTP/1.1", KEY_LINE);

        assertThat(server.observed)
                .containsExactly(
                        new Answered("GET", "/jobs/{id}", 200, Duration.ZERO),
                        new Answered("GET", "/jobs/{id}", 401, Duration.ZERO),
                        new Answered("GET", "", 404, Duration.ZERO),
                        new Answered("OTHER", "", 405, Duration.ZERO));
    }

    @Test
    void the_observer_knows_all_routes_before_the_first_request() {
        assertThat(server.served).containsEntry("GET /jobs/{id}", Set.of(401, 429));
        assertThat(server.served.get("POST /webhook/sonarr")).contains(202, 401, 429);
    }
}
