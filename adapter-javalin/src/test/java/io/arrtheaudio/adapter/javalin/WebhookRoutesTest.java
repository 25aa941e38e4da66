package io.arrtheaudio.adapter.javalin;

import static io.arrtheaudio.adapter.javalin.TestServer.WITH_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrEvent.Imported;
import io.arrtheaudio.domain.arr.ArrEvent.Renamed;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobSource;
import io.arrtheaudio.domain.job.Webhook;
import io.arrtheaudio.domain.job.WebhookCall;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.port.in.ArrAnswer;
import io.arrtheaudio.port.in.ArrCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
class WebhookRoutesTest {

    private static final String SEASON = "/tv/Lantern Harbor (2023)/Season 01/";

    private final TestServer server = TestServer.locked();

    @BeforeEach
    void nothingToldYet() {
        server.calls.forget();
    }

    @AfterAll
    void end() {
        server.close();
    }

    private static String payload(String name) {
        try (InputStream body = Objects.requireNonNull(
                WebhookRoutesTest.class.getResourceAsStream("/payloads/" + name + ".json"), name)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrAnswer accepted(ArrCall call) {
        WebhookCall told = new WebhookCall(call.source(), call.instance(), call.word(), Instant.EPOCH);
        return new ArrAnswer.Accepted(new Webhook("12", told, List.of("40", "41")), 1, 3);
    }

    private Answer post(String path, String body) {
        return server.post(path, body, WITH_KEY);
    }

    /** What a name ends with. */
    private static String group(ArrFile file) {
        String path = file.paths().get(0);
        return path.substring(path.lastIndexOf('-') + 1);
    }

    private Imported imported() {
        return (Imported) server.calls.only().event();
    }

    @Test
    void work_is_accepted_with_the_ids_of_its_jobs() {
        server.calls.answers(WebhookRoutesTest::accepted);

        Answer answer = post("/webhook/sonarr", payload("sonarr-download-single"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"webhook_id\":\"12\",\"files_queued\":2,\"job_ids\":[\"40\",\"41\"],\"moved\":1,"
                        + "\"cancelled\":3,\"message\":\"2 files are queued\"}");
    }

    @Test
    void a_single_episode_of_sonarr_comes_through() {
        post("/webhook/sonarr", payload("sonarr-download-single"));

        ArrCall call = server.calls.only();
        assertThat(call.source()).isEqualTo(JobSource.SONARR);
        assertThat(call.instance()).isEqualTo("Sonarr");
        assertThat(call.word()).isEqualTo("Download");
        assertThat(imported().isUpgrade()).isFalse();
        assertThat(imported().files())
                .extracting(ArrFile::paths)
                .containsExactly(List.of(SEASON + "Lantern Harbor (2023) - S01E03 - The Drowned Bell"
                        + " [WEBDL-1080p][EAC3 5.1][EN+JP][h264]-EXMPL.mkv"));
        assertThat(imported().files().get(0).releaseGroup()).isEqualTo("EXMPL");
        assertThat(imported().title())
                .isEqualTo(new TitleHint(
                        TitleKind.SERIES,
                        "Lantern Harbor",
                        2023,
                        imported().title().ids()));
        assertThat(imported().title().ids().tvdb()).isEqualTo(987_654);
        assertThat(imported().original().language().code()).isEqualTo("jpn");
    }

    @Test
    void an_upgrade_of_sonarr_comes_with_what_it_replaces() {
        post("/webhook/sonarr", payload("sonarr-download-upgrade"));

        assertThat(imported().isUpgrade()).isTrue();
        assertThat(imported().files()).extracting(WebhookRoutesTest::group).containsExactly("BETTR.mkv");
        assertThat(imported().replaced()).extracting(WebhookRoutesTest::group).containsExactly("EXMPL.mkv");
    }

    @Test
    void every_file_of_a_season_comes_through() {
        post("/webhook/sonarr", payload("sonarr-import-complete-season-pack"));

        assertThat(imported().files()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_film_of_radarr_comes_through() {
        post("/webhook/radarr", payload("radarr-download"));

        assertThat(server.calls.only().source()).isEqualTo(JobSource.RADARR);
        assertThat(imported().files())
                .extracting(ArrFile::paths)
                .containsExactly(List.of("/movies/Paper Cranes in Winter (2021)/Paper Cranes in Winter (2021)"
                        + " [WEBDL-1080p][EAC3 5.1][h264]-EXMPL.mkv"));
        assertThat(imported().title().ids()).isEqualTo(new TitleIds(876_543, 0, "tt87654321"));
        assertThat(imported().original().language().code()).isEqualTo("kor");
    }

    @Test
    void an_upgrade_of_radarr_comes_with_what_it_replaces() {
        post("/webhook/radarr", payload("radarr-download-upgrade"));

        assertThat(imported().isUpgrade()).isTrue();
        assertThat(imported().files()).extracting(WebhookRoutesTest::group).containsExactly("BETTR.mkv");
        assertThat(imported().replaced()).extracting(WebhookRoutesTest::group).containsExactly("EXMPL.mkv");
    }

    @Test
    void a_renaming_comes_with_both_names() {
        post("/webhook/sonarr", payload("sonarr-rename"));

        Renamed renamed = (Renamed) server.calls.only().event();
        assertThat(renamed.moves()).hasSize(1).allSatisfy(move -> {
            assertThat(move.from()).hasSize(1).allMatch(path -> path.startsWith("/tv/Lantern Harbor (2023)/"));
            assertThat(move.from()).isNotEqualTo(move.to().paths());
        });
    }

    @ParameterizedTest
    @CsvSource({"/webhook/sonarr, sonarr-test", "/webhook/radarr, radarr-test", "/webhook/sonarr, radarr-test"})
    void a_test_is_told_where_the_path_mappings_lead(String path, String payload) {
        server.calls.answers(call -> new ArrAnswer.Tested(List.of(
                new ArrAnswer.Mapped("/tv", Path.of("/data/tv"), true),
                new ArrAnswer.Mapped("/movies", Path.of("/data/films"), false))));

        Answer answer = post(path, payload(payload));

        assertThat(server.calls.only().event()).isInstanceOf(ArrEvent.Tested.class);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"ok\",\"message\":\"webhooks come through, but there is no folder /data/films\","
                                + "\"path_mappings\":[{\"remote\":\"/tv\",\"local\":\"/data/tv\",\"exists\":true},"
                                + "{\"remote\":\"/movies\",\"local\":\"/data/films\",\"exists\":false}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "not json"})
    void the_address_for_tests_reads_no_body(String body) {
        server.calls.answers(call -> new ArrAnswer.Tested(List.of()));

        Answer answer = post("/webhook/test", body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("message")).contains("there are no path mappings");
        assertThat(server.calls.only().source()).isEqualTo(JobSource.MANUAL);
    }

    @Test
    void a_body_may_be_put() {
        Answer answer = server.send(
                "PUT",
                "/webhook/radarr",
                payload("radarr-download"),
                TestServer.with(WITH_KEY, "Content-Type", "application/json"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(imported().app()).isEqualTo(ArrApp.RADARR);
    }

    @Test
    void files_that_are_gone_are_noted() {
        server.calls.answers(call -> new ArrAnswer.Noted(2));

        Answer answer = post(
                "/webhook/sonarr",
                "{\"eventType\":\"SeriesDelete\",\"series\":{\"path\":\"/tv/Show\"},\"deletedFiles\":true}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"noted\",\"event\":\"SeriesDelete\",\"cancelled\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grab",
                "SeriesAdd",
                "MovieAdded",
                "Health",
                "HealthRestored",
                "ApplicationUpdate",
                "ManualInteractionRequired",
                "SomethingOfNextYear",
                "'; DROP TABLE jobs;--"
            })
    void an_event_of_no_interest_is_ignored(String event) {
        Answer answer = post("/webhook/sonarr", "{\"eventType\":\"" + event + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("ignored");
        assertThat(answer.text("event")).isEqualTo(event);
        assertThat(answer.text("reason")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "[]", "{\"eventType\":", "{}", "{\"eventType\":7}", "{\"eventType\":null}", "{} {}"})
    void what_is_no_webhook_is_refused(String body) {
        Answer answer = post("/webhook/sonarr", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("the body");
        assertThat(server.calls.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "Season 01/%2e%2e/%2e%2e/etc/passwd",
                "..\\\\..\\\\windows\\\\system32",
                "'; DROP TABLE jobs;--",
                "$(reboot)",
                "-rf"
            })
    void a_path_that_leads_astray_goes_through_as_text(String path) {
        Answer answer = post(
                "/webhook/sonarr",
                "{\"eventType\":\"Download\",\"series\":{\"path\":\"/tv/Show\"},\"episodeFile\":{\"relativePath\":\""
                        + path + "\"}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(imported().files())
                .extracting(ArrFile::paths)
                .containsExactly(List.of("/tv/Show/" + path.replace("\\\\", "\\")));
    }

    @Test
    void a_path_that_cannot_be_is_refused() {
        Answer answer =
                post("/webhook/sonarr", "{\"eventType\":\"Download\",\"episodeFile\":{\"path\":\"/tv/a\\u0000.mkv\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("NUL");
    }

    @Test
    void while_nothing_can_be_kept_the_app_is_asked_to_try_again() {
        server.calls.answers(call -> {
            throw new AudioFixException(Remedy.RETRY_LATER, "the database could not be written: the disk is full");
        });

        Answer answer = post("/webhook/sonarr", payload("sonarr-download-single"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("30");
        assertThat(answer.text("detail")).contains("disk is full");
    }

    @Test
    void the_custom_script_passes_its_variables_on() {
        server.calls.answers(WebhookRoutesTest::accepted);

        Answer answer = post(
                "/webhook/hook",
                "{\"variables\":{\"radarr_eventtype\":\"Download\",\"Radarr_InstanceName\":\"Radarr 4K\","
                        + "\"RADARR_MOVIE_PATH\":\"/movies/Film\",\"radarr_moviefile_relativepath\":\"Film.mkv\","
                        + "\"radarr_movie_originallanguage\":\"jpn\",\"PATH\":\"/bin\",\"odd\":7,\"none\":null}}");

        assertThat(answer.status()).isEqualTo(202);
        ArrCall call = server.calls.only();
        assertThat(call.source()).isEqualTo(JobSource.HOOK);
        assertThat(call.instance()).isEqualTo("Radarr 4K");
        assertThat(call.word()).isEqualTo("Download");
        assertThat(imported().app()).isEqualTo(ArrApp.RADARR);
        assertThat(imported().files().get(0).paths()).contains("/movies/Film/Film.mkv");
        assertThat(imported().original().language().code()).isEqualTo("jpn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"variables\":[]}",
                "{\"variables\":{}}",
                "{\"variables\":{\"PATH\":\"/bin\"}}",
                "{\"variables\":{\"sonarr_eventtype\":7}}"
            })
    void what_is_no_custom_script_of_an_arr_app_is_refused(String body) {
        assertThat(post("/webhook/hook", body).status()).isEqualTo(400);
        assertThat(server.calls.all()).isEmpty();
    }
}
