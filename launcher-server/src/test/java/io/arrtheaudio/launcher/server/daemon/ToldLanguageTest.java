package io.arrtheaudio.launcher.server.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrtheaudio.adapter.files.BuiltInEngine;
import io.arrtheaudio.adapter.jdbi.DatabaseSettings;
import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.launcher.server.Access;
import io.arrtheaudio.launcher.server.Assembly;
import io.arrtheaudio.port.in.FixOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Sonarr told about a title holds for everybody who looks at its files later, and after a restart. */
class ToldLanguageTest {

    private static final String[] ENGLISH_FIRST = {"selection: {original_language: prefer}", "language_priority: [eng]"
    };
    private static final String DOWNLOAD = """
            {"eventType": "Download",
             "series": {"title": "Show", "path": "/tv/Show", "tvdbId": 7, "originalLanguage": {"name": "Japanese"}},
             "episodeFile": {"relativePath": "S1/Show - S01E01.mkv"}}""";
    private static final String RENAME = """
            {"eventType": "Rename",
             "series": {"title": "Show", "path": "/tv/Show (2020)", "tvdbId": 7},
             "renamedEpisodeFiles": [{"relativePath": "S1/Show - S01E01.mkv", "previousPath": "/tv/Show/S1/Show - S01E01.mkv"}]}""";

    @TempDir
    private Path folder;

    private RunningDaemon daemon;
    private Path film;

    @BeforeEach
    void start() {
        daemon = RunningDaemon.in(folder, ENGLISH_FIRST);
        film = daemon.film("tv/Show/S1/Show - S01E01.mkv");
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void a_batch_an_inspection_and_a_command_keep_what_sonarr_told_and_a_restart_forgets_nothing() {
        daemon.endedOf(daemon.post("/webhook/sonarr", DOWNLOAD).is(202));
        assertThat(defaults(film)).containsExactly(2);
        Path sibling = daemon.film("tv/Show/S1/Show - S01E02.mkv");
        Path stranger = daemon.film("tv/Other/Other - S01E01.mkv");

        assertThat(batched()).containsEntry("already_correct", 2L).containsEntry("changed", 1L);
        assertThat(defaults(film)).containsExactly(2);
        assertThat(defaults(sibling)).containsExactly(2);
        assertThat(defaults(stranger)).containsExactly(1);
        expectTold(film);

        daemon.stop();
        expectCommandAgrees(film);
        daemon.start();

        expectTold(film);
        assertThat(batched()).containsEntry("already_correct", 3L);
    }

    @Test
    void a_renaming_that_tells_no_language_takes_it_along() {
        daemon.endedOf(daemon.post("/webhook/sonarr", DOWNLOAD).is(202));
        Path renamed = daemon.film("tv/Show (2020)/S1/Show - S01E01.mkv");

        daemon.endedOf(daemon.post("/webhook/sonarr", RENAME).is(202));

        assertThat(defaults(renamed)).containsExactly(2);
        expectTold(renamed);
    }

    /** What became of the files of the library, counted. */
    private Map<String, Long> batched() {
        String id = daemon.post(
                        "/api/v1/batch", "{\"path\": \"" + daemon.library().resolve("tv") + "\"}")
                .is(202)
                .text("batch_id");
        JsonNode[] last = new JsonNode[1];
        RunningDaemon.await("the end of batch " + id, () -> {
            last[0] = daemon.get("/api/v1/batch/" + id).is(200).json();
            return last[0].path("status").asText().equals("completed");
        });
        Map<String, Long> outcomes = new HashMap<>();
        last[0].path("outcomes")
                .properties()
                .forEach(one -> outcomes.put(one.getKey(), one.getValue().asLong()));
        return outcomes;
    }

    /** As {@code arrtheaudio inspect} puts the program together. */
    private void expectCommandAgrees(Path file) {
        try (Assembly command = Assembly.of(daemon.read(), new DatabaseSettings(daemon.data(), true), Access.LOOKING)) {
            Choice choice = command.fix().inspect(file, FixOptions.within(file)).choice();
            assertThat(choice.explanation().original().language().code()).isEqualTo("jpn");
            assertThat(choice.explanation().original().source()).startsWith("told by Sonarr on ");
        }
    }

    private static List<Integer> defaults(Path film) {
        return new BuiltInEngine()
                .inspect(film).fold(media -> media.file().audio(), other -> List.<AudioTrack>of()).stream()
                        .filter(track -> track.flags().contains(TrackFlag.DEFAULT))
                        .map(AudioTrack::position)
                        .toList();
    }

    private void expectTold(Path file) {
        JsonNode inspected = daemon.post("/api/v1/inspect", "{\"path\": \"" + file + "\"}")
                .is(200)
                .json();
        assertThat(inspected.toString()).contains("told by Sonarr on " + LocalDate.now(ZoneOffset.UTC), "jpn");
    }
}
