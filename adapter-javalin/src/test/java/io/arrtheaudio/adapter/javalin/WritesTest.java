package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.KEY;
import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
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
class WritesTest {

    private static final String REMEMBERED =
            "Basic " + Base64.getEncoder().encodeToString(("me:" + KEY).getBytes(StandardCharsets.UTF_8));

    private final AtomicInteger done = new AtomicInteger();
    private final TestServer server = TestServer.locked(
            TestServer.route(HandlerType.POST, "/write", context -> done.incrementAndGet()),
            TestServer.route(HandlerType.DELETE, "/write", context -> done.incrementAndGet()),
            TestServer.route(HandlerType.GET, "/read", context -> context.result("here")));

    @BeforeEach
    void nothingDone() {
        done.set(0);
    }

    @AfterAll
    void end() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON ;charset=UTF-8"})
    void json_may_be_written(String type) {
        assertThat(server.send("POST", "/write", "{}", TestServer.with(WITH_KEY, "Content-Type", type))
                        .status())
                .isEqualTo(200);
        assertThat(done).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/json",
                "application/jsonp",
                "application/xml, application/json"
            })
    void nothing_else_may(String type) {
        Answer answer = server.send("POST", "/write", "{}", TestServer.with(WITH_KEY, "Content-Type", type));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("application/json");
        assertThat(done).hasValue(0);
    }

    @Test
    void a_body_without_a_type_may_not() {
        assertThat(server.send("POST", "/write", "{}", WITH_KEY).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE"})
    void what_has_no_body_needs_no_type(String verb) {
        assertThat(server.send(verb, "/write", "", WITH_KEY).status()).isEqualTo(200);
        assertThat(done).hasValue(1);
    }

    @Test
    void a_form_of_another_page_does_nothing_with_the_key_that_a_browser_remembers() {
        Answer modern = server.send(
                "POST",
                "/write",
                "path=%2F",
                "Authorization",
                REMEMBERED,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site",
                "Origin",
                "https://evil.example");
        Answer old = server.send(
                "POST",
                "/write",
                "path=%2F",
                "Authorization",
                REMEMBERED,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(modern.status()).isEqualTo(403);
        assertThat(old.status()).isEqualTo(415);
        assertThat(done).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, Cross-Site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, same-site, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://evil.example, 403",
        "Origin, null, 403"
    })
    void what_a_browser_says_about_the_page_counts(String header, String value, int status) {
        assertThat(server.post("/write", "{}", TestServer.with(WITH_KEY, header, value))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void the_own_page_may_write_in_a_browser_that_only_tells_the_origin() {
        String own = "http://127.0.0.1:" + server.port();

        assertThat(server.post("/write", "{}", TestServer.with(WITH_KEY, "Origin", own))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void another_page_may_link_here_but_is_told_nothing() {
        Answer answer = server.get(
                "/read", TestServer.with(WITH_KEY, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }
}
