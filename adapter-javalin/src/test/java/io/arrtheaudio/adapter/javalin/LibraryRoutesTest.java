package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.TrackNote;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.job.JobState;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import io.arrtheaudio.port.in.Housekeeping.CleanUp;
import io.arrtheaudio.port.in.Inspection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryRoutesTest {

    private static final ApiServer SERVER = new ApiServer();
    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final AudioTrack TRACK = new AudioTrack(1, JAPANESE, "", "aac", 2, Set.of(TrackFlag.DEFAULT));

    private final ApiServer server = SERVER.renewed();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    private static Inspection film() {
        Explanation why = new Explanation(
                "it is the only one",
                OriginalLanguage.UNKNOWN,
                List.of(),
                List.of(new TrackNote(TRACK, TrackRole.MAIN, true, "the only one")),
                List.of());
        MediaFile media = new MediaFile(Path.of("/library/a.mkv"), Container.MATROSKA, List.of(TRACK));
        return new Inspection(media, new Choice.Keep(TRACK, why));
    }

    @Test
    void a_file_is_looked_into() {
        server.inspection = () -> Optional.of(film());
        JsonNode found = server.post(
                        "/api/v1/inspect",
                        "{\"path\": \"/library/a.mkv\", \"original_language\": \"Japanese\", \"languages\": [\"de\", \"eng\"]}")
                .json();
        assertThat(found.path("file").asText()).isEqualTo("/library/a.mkv");
        assertThat(found.path("container").asText()).isEqualTo("mkv");
        assertThat(found.path("outcome").asText()).isEqualTo("already_correct");
        assertThat(found.at("/explanation/tracks/0/default").asBoolean()).isTrue();
        assertThat(server.inspected).containsExactly("/library/a.mkv [deu, eng]");
        assertThat(server.about.named().language()).isEqualTo(JAPANESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "C:\\Media\\a.mkv", "a\u0000b", "../a.mkv", "'; DROP TABLE jobs;--", "é"})
    void a_file_outside_the_libraries_is_refused(String path) {
        String body = JsonNodeFactory.instance.objectNode().put("path", path).toString();
        assertThat(server.post("/api/v1/inspect", body).status()).isEqualTo(403);
        assertThat(server.inspected).containsExactly(path + " []");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                  | path is missing",
                "{\"path\": \"a\", \"original_language\": \"!\"}     | original_language was '!'",
                "{\"path\": \"a\", \"original_language\": \"und\"}   | original_language was 'und'",
                "{\"path\": \"a\", \"languages\": [\"eng\", \"?\"]}  | languages was '?'",
                "{\"path\": \"a\", \"languages\": 7}                 | languages was '7'"
            })
    void a_wrong_field_is_named(String body, String problem) {
        Answer answer = server.post("/api/v1/inspect", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(problem);
    }

    @Test
    void a_file_that_cannot_be_read_says_why() {
        server.inspection = () -> {
            throw new AudioFixException(Remedy.FIX_FILE, "cannot read a.mkv; is it damaged?");
        };
        Answer answer = server.post("/api/v1/inspect", "{\"path\": \"/library/a.mkv\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).isEqualTo("cannot read a.mkv; is it damaged?");
    }

    @Test
    void old_jobs_are_forgotten_as_the_settings_say_or_as_told() {
        Answer answer = server.post("/api/v1/admin/cleanup", "");
        assertThat(answer.json().path("jobs").asInt()).isEqualTo(12);
        assertThat(answer.json().path("audit").asInt()).isEqualTo(3);
        server.post("/api/v1/admin/cleanup", "{\"older_than_days\": 1.5}");
        assertThat(server.cleanups)
                .containsExactly(
                        CleanUp.AS_SETTINGS_SAY,
                        new CleanUp(Optional.of(Duration.ofHours(36)), Set.of(), Optional.empty(), false));
        assertThat(server.audit.all().get(0).subject()).isEqualTo("older than 1.5 days");
        assertThat(server.post("/api/v1/admin/cleanup", "{\"older_than_days\": -1}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void changes_go_only_if_that_is_confirmed() {
        Answer refused = server.post("/api/v1/admin/cleanup", "{\"journal_older_than_days\": 365}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).startsWith("confirm is missing");
        assertThat(server.cleanups).isEmpty();

        server.post("/api/v1/admin/cleanup", "{\"journal_older_than_days\": 365, \"dry_run\": true}");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("12 jobs counted, 6 changes");
        Answer done = server.post(
                "/api/v1/admin/cleanup",
                "{\"journal_older_than_days\": 365, \"confirm\": true, \"status\": [\"failed\", \"Cancelled\"]}");

        assertThat(done.json().path("changes").asInt()).isEqualTo(6);
        assertThat(done.json().path("dry_run").asBoolean()).isFalse();
        assertThat(server.cleanups)
                .endsWith(new CleanUp(
                        Optional.empty(),
                        Set.of(JobState.FAILED, JobState.CANCELLED),
                        Optional.of(Duration.ofDays(365)),
                        false));
        assertThat(server.audit.all().get(0).subject())
                .isEqualTo("as the settings say, cancelled or failed, changes older than 365 days");
        assertThat(server.post("/api/v1/admin/cleanup", "{\"status\": \"running\"}")
                        .text("detail"))
                .isEqualTo("status was 'running' but must be some of cancelled, completed, failed");
    }

    @Test
    void the_settings_are_read_again() {
        server.reload = () -> new SettingsReload.Reloaded(List.of("path_mappings"), List.of("api.port"));
        JsonNode answer = server.post("/api/v1/admin/reload", "").json();
        assertThat(answer.at("/reloaded/0").asText()).isEqualTo("path_mappings");
        assertThat(answer.at("/restart_needed/0").asText()).isEqualTo("api.port");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("1 settings taken over");
    }

    @Test
    void settings_that_are_wrong_are_not_taken_over() {
        server.reload = () -> {
            throw new AudioFixException(Remedy.FIX_SETTINGS, "line 3: unknown key");
        };
        Answer answer = server.post("/api/v1/admin/reload", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).isEqualTo("line 3: unknown key");
        assertThat(server.audit.all().get(0).outcome()).isEqualTo("refused");
    }

    @Test
    void who_asked_for_what_is_told() {
        server.post("/api/v1/admin/reload", "");
        server.clock.advance(Duration.ofMinutes(1));
        server.post("/api/v1/admin/cleanup", "");
        JsonNode all = server.get("/api/v1/audit").json().path("entries");
        assertThat(all).hasSize(2);
        assertThat(all.at("/0/action").asText()).isEqualTo("cleanup");
        assertThat(all.at("/0/at").asText()).isEqualTo("2026-11-25T08:01:00Z");
        assertThat(all.at("/0/from").asText()).isEqualTo("127.0.0.1");
        assertThat(server.get("/api/v1/audit?since=2026-11-25T09:00:30%2B01:00")
                        .json()
                        .path("entries"))
                .hasSize(1);
        assertThat(server.get("/api/v1/audit?limit=1").json().path("entries")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "since=-999999999-01-01T00:00:00Z", "limit=0", "limit=1001"})
    void a_wrong_parameter_is_named(String parameter) {
        Answer answer = server.get("/api/v1/audit?" + parameter);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith(parameter.split("=")[0] + " was '");
    }
}
