package io.arrtheaudio.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.port.in.FixOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrHookCommandTest {

    private final CommandRun command = new CommandRun();

    @TempDir
    private Path folder;

    @Test
    void what_an_app_tells_is_handed_to_the_daemon() {
        try (DaemonStub daemon = DaemonStub.answering(202)) {
            command.wiring.daemon = new Wiring.DaemonAddress(daemon.uri(), "the-key");
            command.environment(Map.of(
                            "sonarr_eventtype", "Download",
                            "Sonarr_EpisodeFile_Path", "/tv/A \"quoted\"/日本.mkv",
                            "HOME", "/secret"))
                    .run("arr-hook")
                    .exitsWith(0);
            assertThat(command.out()).isEqualTo("handed to the daemon at " + daemon.uri() + "\n");
            assertThat(daemon.requests())
                    .containsExactly("POST /webhook/hook key the-key application/json"
                            + " {\"variables\":{\"Sonarr_EpisodeFile_Path\":\"/tv/A \\\"quoted\\\"/日本.mkv\","
                            + "\"sonarr_eventtype\":\"Download\"}}");
        }
        assertThat(command.wiring.asked).isEmpty();
        assertThat(command.wiring.heard).isEmpty();
    }

    @Test
    void without_a_daemon_the_files_are_fixed_at_once() throws IOException {
        Path first = film("a.mkv");
        Path second = film("b|c.mkv");
        command.wiring.mappings = new PathMappings(List.of(new PathMapping("/tv", folder)));
        command.wiring.fixes = Sample::correct;
        command.environment(Map.of(
                        "SONARR_EVENTTYPE", "Download",
                        "sonarr_series_path", "/tv",
                        "sonarr_series_tvdbid", "81189",
                        "sonarr_series_originallanguage", "jpn",
                        "sonarr_episodefile_paths", "/tv/a.mkv|/tv/b|c.mkv",
                        "sonarr_episodefile_relativepaths", ""))
                .run("arr-hook")
                .exitsWith(0);
        assertThat(command.wiring.asked).containsExactly(first, second);
        FixOptions options = command.wiring.options.get(0);
        assertThat(options.cause()).isEqualTo("arr-hook");
        assertThat(command.wiring.heard)
                .singleElement()
                .extracting(event -> ((ArrEvent.Imported) event).folder())
                .isEqualTo("/tv");
        assertThat(options.about().told().language().code()).isEqualTo("jpn");
        assertThat(options.about().hint().ids().tvdb()).isEqualTo(81189);
        assertThat(options.roots()).containsExactly(first);
        assertThat(command.err())
                .isEqualTo("note: nobody answers at http://127.0.0.1:1, so the work is done at once\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500})
    void a_daemon_that_refuses_costs_no_file(int status) throws IOException {
        Path film = film("a.mkv");
        try (DaemonStub daemon = DaemonStub.answering(status)) {
            command.wiring.daemon = new Wiring.DaemonAddress(daemon.uri(), "");
            command.wiring.fixes = Sample::correct;
            command.environment(imported(film.toString())).run("arr-hook").exitsWith(0);
        }
        assertThat(command.wiring.asked).containsExactly(film);
        assertThat(command.err()).contains("answers " + status);
    }

    @Test
    void a_file_that_is_nowhere_is_told_with_what_was_tried() {
        command.wiring.mappings = new PathMappings(List.of(new PathMapping("/tv", folder)));
        command.environment(imported("/films/a.mkv")).run("arr-hook").exitsWith(1);
        assertThat(command.err())
                .contains("cannot find /films/a.mkv: none of the path mappings fits: /tv -> " + folder)
                .contains("set path_mappings");
    }

    @Test
    void a_failure_is_told_by_the_exit_code() throws IOException {
        Path film = film("a.mkv");
        command.wiring.fixes = file -> Sample.failed(file, Remedy.FIX_FILE);
        command.environment(imported(film.toString())).run("arr-hook").exitsWith(1);
    }

    @Test
    void a_dry_run_of_the_settings_writes_nothing() throws IOException {
        command.wiring.dryRun = true;
        command.wiring.fixes = Sample::correct;
        command.environment(imported(film("a.mkv").toString())).run("arr-hook").exitsWith(0);
        assertThat(command.wiring.options).allMatch(FixOptions::dryRun);
        assertThat(command.wiring.calls).doesNotContain("recover");
    }

    @Test
    void a_test_is_passed_without_anything_else() {
        command.environment(Map.of("radarr_eventtype", "Test")).run("arr-hook").exitsWith(0);
        assertThat(command.out()).isEqualTo("the test of Radarr is well\n");
        assertThat(command.wiring.opened).isEmpty();
    }

    @Test
    void other_events_are_left_alone() {
        command.environment(Map.of("radarr_eventtype", "Grab")).run("arr-hook").exitsWith(0);
        assertThat(command.out()).isEqualTo("nothing to do for Grab\n");
    }

    @Test
    void deletions_without_a_daemon_are_nothing_to_do() {
        command.environment(Map.of("radarr_eventtype", "MovieFileDelete", "radarr_moviefile_path", "/films/a.mkv"))
                .run("arr-hook")
                .exitsWith(0);
        assertThat(command.out())
                .isEqualTo("nobody answers at http://127.0.0.1:1, and there is nothing to do without it\n");
    }

    @Test
    void whoever_calls_it_by_hand_is_told_what_it_is_for() {
        command.run("arr-hook").exitsWith(2);
        assertThat(command.err()).contains("this is for Sonarr and Radarr to call");
    }

    @Test
    void standard_input_is_never_read() throws IOException {
        Path film = film("a.mkv");
        command.wiring.fixes = Sample::correct;
        command.endlessInput()
                .environment(imported(film.toString()))
                .run("arr-hook")
                .exitsWith(0);
    }

    private Path film(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    private static Map<String, String> imported(String path) {
        return Map.of("radarr_eventtype", "Download", "radarr_isupgrade", "False", "radarr_moviefile_path", path);
    }
}
