package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands on real files, with a server in TMDB's place. */
class OriginalLanguageTest {

    private static final int FILES = 1_000;
    private static final int SERIES = 40;

    @TempDir
    Path folder;

    private House house;
    private Films films;
    private final TmdbServer tmdb = new TmdbServer();

    @BeforeEach
    void a_library() {
        house = House.in(folder);
        films = new Films(house.library());
    }

    @AfterEach
    void close() {
        tmdb.close();
    }

    @Test
    void the_track_in_the_original_language_becomes_the_default_and_inspect_tells_who_said_so() throws IOException {
        Path film = episode(7, 1);

        Command inspected = with(tmdb.settings(), "inspect", film.toString());
        with(tmdb.settings(), "process", film.toString());

        assertThat(inspected.out())
                .contains("original language: Japanese (TMDB, series 70, asked for tvdb 7 as in its path)");
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    @Test
    void many_files_of_few_series_ask_twice_a_series_and_never_again() throws IOException {
        library();

        Command first = scan(tmdb.settings("retries: 0"));
        int requests = tmdb.asked().size();
        Command second = scan(tmdb.settings("retries: 0"));

        assertThat(first.out()).contains("changed  1,000\n");
        assertThat(requests).isEqualTo(SERIES + SERIES);
        assertThat(second.out()).contains("already correct  1,000\n");
        assertThat(tmdb.asked()).hasSize(requests);
    }

    @Test
    void while_tmdb_is_ill_a_library_is_fixed_by_the_list_and_it_is_left_in_peace() throws IOException {
        tmdb.fails(500);
        for (int i = 1; i <= FILES; i++) {
            episode(i, 1);
        }

        Command scan = scan("language_priority: [jpn]\n" + tmdb.settings("retries: 0"), "--workers", "2", "--json");

        assertThat(scan.err())
                .contains("1,000 films were left to your list, since nobody told the original language")
                .doesNotContain(TmdbServer.KEY);
        List<JsonNode> lines = House.json(scan.out());
        assertThat(lines)
                .filteredOn(line -> line.path("outcome").asText().equals("changed"))
                .hasSize(FILES)
                .allSatisfy(line -> assertThat(line.path("warnings").get(0).asText())
                        .startsWith("the original language could not be looked up, so the list decides"));
        assertThat(tmdb.asked()).hasSizeBetween(5, 6); // the fifth failure opens the circuit; one more was on its way
    }

    @Test
    void a_kept_answer_serves_while_tmdb_is_ill() throws IOException {
        Path one = episode(7, 1);
        with(tmdb.settings(), "process", one.toString());
        tmdb.fails(503);
        Path other = episode(7, 2);

        with(tmdb.settings(), "process", other.toString());

        assertThat(Films.defaults(other)).containsExactly(2);
        assertThat(tmdb.asked()).containsExactly("/find/7", "/tv/70");
    }

    @Test
    void whoever_only_looks_keeps_no_answer_and_makes_no_data_folder() throws IOException {
        Path film = episode(7, 1);

        with(tmdb.settings(), "inspect", film.toString());
        with(tmdb.settings(), "scan", "--dry-run", house.library().toString());
        with(tmdb.settings() + "execution: {dry_run: true}\n", "process", film.toString());

        assertThat(house.data()).doesNotExist();
        assertThat(tmdb.asked()).hasSize(6);
    }

    @Test
    void a_key_that_is_not_accepted_is_shown_once_however_many_titles_there_are() throws IOException {
        tmdb.fails(401);
        for (int i = 1; i <= 20; i++) {
            episode(i, 1);
        }

        Command scan = scan("language_priority: [jpn]\n" + tmdb.settings(), "--workers", "1");

        assertThat(scan.err()).contains("20 films were left to your list", "the key is not accepted (status 401)");
        assertThat(tmdb.asked()).hasSize(1);
    }

    @Test
    void answers_are_listed_and_forgotten() throws IOException {
        with(tmdb.settings(), "process", episode(7, 1).toString());

        assertThat(with(tmdb.settings(), "admin", "cache").out()).contains("tvdb 7", "Japanese", "TMDB, series 70");
        assertThat(with(tmdb.settings(), "admin", "cache", "--clear", "tvdb 7").out())
                .isEqualTo("1 answer forgotten\n");
        assertThat(with(tmdb.settings(), "admin", "cache").out()).isEqualTo("no answers about titles are kept\n");
    }

    @Test
    void nobody_is_asked_if_the_command_line_says_so_or_the_language_is_settled() throws IOException {
        Path film = episode(7, 1);
        String titles = "titles: [{tvdb: 7, original_language: eng}]\n";

        with(tmdb.settings(), "process", "--no-tmdb", film.toString());
        with(tmdb.settings(), "process", "--original-language", "eng", film.toString());
        Command settled = with(tmdb.settings() + titles, "inspect", film.toString());

        assertThat(tmdb.asked()).isEmpty();
        assertThat(Films.defaults(film)).containsExactly(1);
        assertThat(settled.out()).contains("original language: English (set for this title in the settings)");
    }

    @Test
    void tmdb_cannot_be_asked_for_without_a_key() throws IOException {
        Command command =
                house.run("process", "--tmdb", episode(7, 1).toString()).exitsWith(2);

        assertThat(command.err()).contains("there is no key", "TMDB_API_KEY");
    }

    @Test
    void the_doctor_asks_whether_the_key_is_good() {
        assertThat(house.runWith(tmdb.settings(), "admin", "doctor").out()).contains("it accepts the key");
        tmdb.fails(401);
        Command ill = house.runWith(tmdb.settings(), "admin", "doctor").exitsWith(1);
        assertThat(ill.out()).contains("TMDB").doesNotContain(TmdbServer.KEY);
    }

    /** One film, English first, copied under the names of episodes. */
    private void library() throws IOException {
        for (int i = 0; i < FILES; i++) {
            episode(1 + i % SERIES, 1 + i / SERIES);
        }
    }

    private Path episode(int series, int number) throws IOException {
        Path model = folder.resolve("model.mkv");
        if (Files.notExists(model)) {
            Files.move(films.ffmpeg("model.mkv", Films.englishFirst()), model);
        }
        Path season = Files.createDirectories(
                house.library().resolve("Series %d {tvdb-%d}/Season 01".formatted(series, series)));
        return Films.aged(Files.copy(model, season.resolve("Series %d - S01E%02d.mkv".formatted(series, number))));
    }

    private Command with(String settings, String... arguments) {
        return house.runWith(settings, arguments).exitsWith(0);
    }

    private Command scan(String settings, String... more) {
        return with(
                settings,
                Stream.concat(Stream.of("scan", "--yes", house.library().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }
}
