package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that {@code docs/undo.md} says, on real files. */
class UndoTest {

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void a_house() {
        house = House.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mp4"})
    void a_chain_of_three_switches_is_undone_in_turn(String name) throws IOException {
        Path film = three(name);
        Deque<FileState> states = new ArrayDeque<>();
        for (String wanted : List.of("jpn", "ita", "eng")) {
            states.push(FileState.of(film));
            process(film, wanted, "changed");
        }
        while (!states.isEmpty()) {
            house.run("undo", film.toString()).exitsWith(0);
            assertThat(FileState.of(film).content()).isEqualTo(states.pop().content());
        }
        assertThat(house.run("undo", film.toString()).exitsWith(1).err()).contains("found nothing to undo of " + film);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--all", "--since=1h"})
    void all_changes_of_a_file_are_taken_back_in_one_go(String option) throws IOException {
        Path film = three("film.mkv");
        Path other = house.film("other.mkv");
        FileState before = FileState.of(film);
        process(film, "jpn", "changed");
        process(other, "jpn", "changed");
        process(film, "ita", "changed");

        List<JsonNode> lines = undo(0, film.toString(), option);

        assertThat(lines).extracting(line -> line.path("type").asText()).containsExactly("undo", "undo", "summary");
        assertThat(lines.get(2).path("outcomes").path("undone").asLong()).isEqualTo(2);
        assertThat(FileState.of(film).content()).isEqualTo(before.content());
        assertThat(Films.defaults(other)).containsExactly(2);
    }

    @Test
    void an_entry_and_the_undo_of_its_undo_and_the_last_change_can_be_named() {
        Path film = house.film("film.mkv");
        String entry = process(film, "jpn", "changed").path("entry").asText();

        JsonNode undone = undo(0, "--entry", entry).get(0);
        assertThat(undone.path("entry").asText()).isEqualTo(entry);
        assertThat(Films.defaults(film)).containsExactly(1);
        JsonNode again = undo(0, "--entry", undone.path("by").asText()).get(0);
        assertThat(again.path("outcome").asText()).isEqualTo("undone");
        assertThat(Films.defaults(film)).containsExactly(2);
        undo(0, "--last");
        assertThat(Films.defaults(film)).containsExactly(1);
        assertThat(house.run("undo", "--entry", "4711").exitsWith(1).err().lines())
                .hasSize(1);
    }

    @Test
    void everything_is_taken_back_only_with_consent_and_what_was_taken_back_is_passed_over() {
        Path film = house.film("film.mkv");
        Path other = house.film("other.mp4");
        process(film, "jpn", "changed");
        process(other, "jpn", "changed");
        undo(0, other.toString());

        assertThat(house.run("undo", "--all").exitsWith(2).err()).contains("--yes");
        List<JsonNode> lines = undo(0, "--all", "--yes");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).path("file").asText()).isEqualTo(film.toString());
        assertThat(Films.defaults(film)).containsExactly(1);
        assertThat(house.run("undo", "--all", "--yes").exitsWith(0).out()).isEqualTo("found nothing to undo\n");
    }

    @Test
    void a_file_that_was_given_back_is_passed_over_until_it_is_forced() {
        Path film = house.film("film.mkv");
        process(film, "jpn", "changed");
        undo(0, film.toString());

        JsonNode skipped = process(film, "jpn", "skipped");
        assertThat(skipped.path("reason").asText()).isEqualTo("undone");
        assertThat(house.run("scan", "--yes", "--languages", "jpn", folder.toString())
                        .exitsWith(0)
                        .out())
                .contains("skipped       " + film + ": undone: its change was taken back");
        house.run("process", "--force", "--languages", "jpn", film.toString())
                .exitsWith(0)
                .saysOf(film, "changed");
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    @Test
    void a_file_in_the_place_of_one_that_was_given_back_is_a_new_one() throws IOException {
        Path film = house.film("film.mkv");
        process(film, "jpn", "changed");
        undo(0, film.toString());
        Path upgrade = Jar.sample("commentary.mkv", house.library().resolve("upgrade.mkv"));
        Files.move(Films.aged(upgrade), film, StandardCopyOption.REPLACE_EXISTING);

        process(film, "jpn", "changed");
    }

    @Test
    void a_file_that_was_renamed_is_found_by_its_new_name_and_by_the_journal() throws IOException {
        Path film = house.film("film.mkv");
        FileState before = FileState.of(film);
        process(film, "jpn", "changed");
        Path renamed = Files.move(film, house.library().resolve("Film (2001).mkv"));

        undo(0, renamed.toString());
        assertThat(FileState.of(renamed).content()).isEqualTo(before.content());

        house.run("process", "--force", "--languages", "jpn", renamed.toString())
                .exitsWith(0);
        Path again = Files.move(renamed, film);
        undo(0, "--last");
        assertThat(FileState.of(again).content()).isEqualTo(before.content());
    }

    @Test
    void a_file_that_changed_since_is_refused_and_left_alone() throws IOException {
        Path film = house.film("film.mkv");
        process(film, "jpn", "changed");
        Files.write(film, new byte[] {1}, StandardOpenOption.APPEND);
        FileState changed = FileState.of(film);

        JsonNode refused = undo(1, film.toString()).get(0);

        assertThat(refused.path("outcome").asText()).isEqualTo("refused");
        assertThat(refused.path("detail").asText()).contains("it has changed since");
        assertThat(FileState.of(film)).isEqualTo(changed);
    }

    @Test
    void undo_of_a_film_that_got_another_name_meanwhile_obeys_the_rule_for_links() throws IOException {
        Path film = house.film("film.mkv");
        FileState before = FileState.of(film);
        process(film, "jpn", "changed");
        Path seed = Files.createLink(folder.resolve("seed"), film);
        FileState linked = FileState.of(seed);

        assertThat(undo(1, film.toString()).get(0).path("detail").asText()).contains("2 names (hard links)");
        assertThat(FileState.of(film)).isEqualTo(linked);
        house.runWith("hardlinks: copy", "undo", film.toString()).exitsWith(0);
        assertThat(FileState.of(film).content()).isEqualTo(before.content());
        assertThat(FileState.of(seed).content()).isEqualTo(linked.content());
    }

    @Test
    void what_ffmpeg_wrote_anew_gets_its_flags_back_and_is_told_so() {
        Path film = three("film.mp4");
        house.runWith("engine: tools", "process", "--languages", "jpn", film.toString())
                .exitsWith(0);
        assertThat(Films.defaults(film)).containsExactly(2);

        Command undone = house.runWith("engine: tools", "undo", film.toString()).exitsWith(0);

        assertThat(undone.out()).contains("the rest of the container stays as the tool wrote it");
        assertThat(Films.defaults(film)).containsExactly(1);
    }

    private Path three(String name) {
        Sound[] sounds = {Sound.in("eng").isDefault(), Sound.in("jpn"), Sound.in("ita")};
        return new Films(house.library()).ffmpeg(name, sounds);
    }

    private JsonNode process(Path film, String wanted, String outcome) {
        List<JsonNode> lines = House.json(house.run("process", "--json", "--languages", wanted, film.toString())
                .exitsWith(0)
                .out());
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("type").asText()).isEqualTo("file");
        assertThat(lines.get(0).path("outcome").asText()).isEqualTo(outcome);
        return lines.get(0);
    }

    private List<JsonNode> undo(int exit, String... words) {
        String[] all =
                Stream.concat(Stream.of("undo", "--json"), Arrays.stream(words)).toArray(String[]::new);
        List<JsonNode> lines = House.json(house.run(all).exitsWith(exit).out());
        JsonNode last = lines.get(lines.size() - 1);
        assertThat(last.path("type").asText()).isEqualTo("summary");
        assertThat(last.path("changes").asInt()).isEqualTo(lines.size() - 1);
        assertThat(last.path("dry_run").isBoolean()).isTrue();
        return lines;
    }
}
