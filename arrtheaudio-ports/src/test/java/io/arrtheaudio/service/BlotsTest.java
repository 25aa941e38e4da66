package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlotsTest {

    private final Blots blots = new Blots(List.of("", "abc", "k+n/w\"n", "k+n/w\"nAndLonger"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /webhook/sonarr?apikey=S3cr3tS3cr3t&x=1",
                "GET /webhook/sonarr?apikey%3DS3cr3tS3cr3t",
                "https://api.themoviedb.org/3/movie/1?api_key=S3cr3tS3cr3t",
                "{\"x-api-key\":\"S3cr3tS3cr3t\",\"b\":1}",
                "{\"message\":\"sent {\\\"apiKey\\\": \\\"S3cr3tS3cr3t\\\"}\"}",
                "X-Api-Key: S3cr3tS3cr3t",
                "Authorization: Bearer S3cr3tS3cr3t",
                "{\"authorization\":\"Basic S3cr3tS3cr3t==\"}",
                "it said Bearer S3cr3tS3cr3t to us",
                "password='S3cr3t S3cr3t'",
                "password: \"S3cr3t \\n S3cr3t\"",
                "tmdb_token = S3cr3tS3cr3t",
                "X-Webhook-Signature: sha256=S3cr3tS3cr3t",
                "api_key: ${TMDB_API_KEY:-S3cr3tS3cr3t}",
                "http://user:S3cr3tS3cr3t@proxy:3128/",
                "the token eyJhbGciOiJIUzI1NiJ9.S3cr3tS3cr3t.S3cr3tS3cr3t was refused"
            })
    void what_stands_where_a_secret_does_is_taken_out(String line) {
        assertThat(blots.on(line)).doesNotContain("S3cr3t").contains(Blots.BLOT);
    }

    @Test
    void what_is_known_is_taken_out_wherever_it_stands_and_however_it_is_spelled() {
        String text = "a k+n/w\"n b k%2Bn%2Fw%22n c {\"k+n/w\\\"n\"} d k+n/w\"nAndLonger e";

        assertThat(blots.on(text)).isEqualTo("a *** b *** c {\"***\"} d *** e");
    }

    @Test
    void everything_else_is_left_as_it_is() {
        String text =
                "abc: no key in /data/api.key; set api.api_key\napi_key: \"${ARR_KEY}\"\nhttp://nas:9393/health\n";

        assertThat(blots.on(text)).isEqualTo(text);
    }

    @Test
    void a_line_without_an_end_is_no_trouble() {
        String text = "password: \"" + "\\n".repeat(200_000);

        assertThat(blots.on(text)).startsWith("password: ***");
    }
}
