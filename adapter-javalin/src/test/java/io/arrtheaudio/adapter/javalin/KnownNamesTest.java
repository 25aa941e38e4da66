package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {

    private static final ApiServer SERVER = new ApiServer();

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/batch         | {\"path\": \"/library\", \"dryRun\": true}            | there is no field 'dryRun'; did you mean dry_run?",
                "/batch         | {\"path\": \"/library\", \"filters\": {\"minSizeMb\": 1}} | there is no field 'filters.minSizeMb'; did you mean filters.min_size_mb?",
                "/inspect       | {\"path\": \"/library/a.mkv\", \"language\": \"jpn\"}  | there is no field 'language'; did you mean languages?",
                "/admin/cleanup | {\"older_than\": 30}                               | there is no field 'older_than'; did you mean older_than_days?",
            })
    void a_misspelt_field_changes_nothing_and_is_told_with_the_one_that_was_meant(
            String path, String body, String detail) {
        Answer answer = server.post("/api/v1" + path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(detail);
        assertThat(server.batches.requests).isEmpty();
        assertThat(server.inspected).isEmpty();
        assertThat(server.cleanups).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/jobs?states=failed   | there is no parameter 'states'; did you mean state?",
                "/api/v1/batch?Limit=3        | there is no parameter 'Limit'; did you mean limit?",
                "/api/v1/audit?sinc=x         | there is no parameter 'sinc'; did you mean since?",
            })
    void a_misspelt_parameter_is_told_too(String address, String detail) {
        Answer answer = server.get(address);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health?t=1",
                "/health/live?t=1",
                "/docs?t=1",
                "/api/v1/jobs?apikey=wrong&state=failed&colour=red"
            })
    void what_is_like_nothing_that_is_known_does_not_matter(String address) {
        assertThat(server.get(address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhook/sonarr?t=1", "/webhook/radarr"})
    void webhooks_may_hold_what_they_like(String address) {
        assertThat(server.post(address, "{\"eventType\": \"Grab\", \"dryRun\": true}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_field_that_is_told_twice_is_refused_for_nobody_knows_which_is_meant() {
        Answer answer = server.post("/api/v1/batch", "{\"path\": \"/library\", \"dry_run\": true, \"dry_run\": false}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(server.batches.requests).isEmpty();
    }
}
