package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsRoutesTest {

    private static final ApiServer SERVER = new ApiServer();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/docs", "/openapi.json", "/docs/docs.js", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js"})
    void everything_needs_the_key(String path) {
        Answer answer = SERVER.exchange("GET", path, "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).startsWith("Basic");
        assertThat(SERVER.get(path).status()).isEqualTo(200);
    }

    @Test
    void the_page_has_no_script_of_its_own_and_asks_for_nothing_from_elsewhere() {
        Answer page = SERVER.get("/docs");
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
        assertThat(page.body()).doesNotContain("http:", "https:", "onload", "javascript:");
        List<String> scripts = Pattern.compile("<script[^>]*>([^<]*)</script>")
                .matcher(page.body())
                .results()
                .map(script -> script.group(1))
                .toList();
        assertThat(scripts).hasSize(2).containsOnly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void every_part_of_the_page_is_there_whether_or_not_a_slash_was_written(String path) {
        String page = SERVER.get(path).body();
        String base = Pattern.compile("<base href=\"([^\"]*)\">")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Pattern.compile("(?:src|href)=\"(docs/[^\"]*)\"")
                .matcher(page)
                .results()
                .forEach(part -> {
                    String address = URI.create(path)
                            .resolve(base)
                            .resolve(part.group(1))
                            .toString();
                    assertThat(SERVER.get(address).status()).as(address).isEqualTo(200);
                });
    }

    @Test
    void the_page_of_swagger_ui_is_the_one_of_the_library() {
        assertThat(SERVER.get("/docs/swagger-ui-bundle.js").body())
                .contains("SwaggerUIBundle")
                .hasSizeGreaterThan(1_000_000);
        assertThat(SERVER.get("/docs/docs.js").header("content-type")).startsWith("text/javascript");
        assertThat(SERVER.get("/docs/swagger-ui.css").header("content-type")).startsWith("text/css");
    }
}
