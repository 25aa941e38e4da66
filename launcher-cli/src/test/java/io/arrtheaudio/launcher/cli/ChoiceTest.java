package io.arrtheaudio.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which track of real files becomes the default, where the program before this one chose wrongly. */
class ChoiceTest {

    @TempDir
    Path folder;

    private Films films;

    @BeforeEach
    void films() {
        films = new Films(folder);
    }

    /** Defect 22: the commentary was chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"commentary", "description"})
    void a_commentary_or_description_first_is_passed_by_for_its_flag_alone(String flag) {
        Sound[] sounds = {Sound.in("eng").with(flag), Sound.in("ger").isDefault(), Sound.in("eng")};
        assertBecomesDefault(films.mkvmerge("a.mkv", sounds), "eng", 3);
        assertBecomesDefault(films.ffmpeg("b.mkv", sounds), "eng", 3);
        assertBecomesDefault(films.ffmpeg("c.mp4", sounds), "eng", 3);
    }

    /** Defect 22: the commentary was chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"Director's Commentary", "Audio Description"})
    void a_commentary_or_description_first_is_passed_by_for_its_title_alone(String title) {
        Sound[] sounds = {Sound.in("eng").titled(title), Sound.in("ger").isDefault(), Sound.in("eng")};
        assertBecomesDefault(films.mkvmerge("a.mkv", sounds), "eng", 3);
        assertBecomesDefault(films.ffmpeg("c.mp4", sounds), "eng", 3);
    }

    /** Defect 24: called correct, and players went on to take the first. */
    @Test
    void a_second_default_in_front_of_the_wanted_one_is_cleared() {
        Sound[] both = {Sound.in("eng").isDefault(), Sound.in("jpn").isDefault()};
        assertBecomesDefault(films.mkvmerge("a.mkv", both), "jpn", 2);
        assertBecomesDefault(films.ffmpeg("b.mkv", both), "jpn", 2);
        assertBecomesDefault(films.ffmpeg("c.mp4", both), "jpn", 2);
    }

    /** Defect 22: a track that no player plays was chosen. */
    @Test
    void a_disabled_track_is_not_chosen_unless_the_settings_consider_it() throws IOException {
        Path film = films.mkvmerge(
                "a.mkv",
                Sound.in("eng").isDefault(),
                Sound.in("jpn").with("disabled"),
                Sound.in("ita"),
                Sound.in("jpn"));
        assertBecomesDefault(film, "jpn", 4);
        Files.delete(film);
        films.mkvmerge("a.mkv", Sound.in("eng").isDefault(), Sound.in("jpn").with("disabled"), Sound.in("ita"));
        Command.process(film, "jpn").exitsWith(0).saysOf(film, "no match");
        assertThat(Films.defaults(film)).containsExactly(1);
        with("selection: {disabled_tracks: consider}", film, "jpn").saysOf(film, "changed");
        assertThat(Films.defaults(film)).containsExactly(2);
    }

    /** Defect 23: codes were compared letter by letter, and the default went away from the French track. */
    @ParameterizedTest
    @CsvSource({
        "fra, fre",
        "fre, fra",
        "deu, ger",
        "ger, deu",
        "jpn, ja",
        "jpn, JPN",
        "jpn, Japanese",
        "jpn, japanese",
        "ja, jpn",
        "zho, chi",
        "nld, dut",
        "pt-BR, por",
        "por, pt-BR",
        "deu, de-AT"
    })
    void codes_of_every_kind_and_names_mean_the_language(String tag, String wanted) {
        assertBecomesDefault(films.ffmpeg("a.mkv", Sound.in("eng").isDefault(), Sound.in(tag)), wanted, 2);
        Path right = films.ffmpeg("b.mkv", Sound.in("eng"), Sound.in(tag).isDefault());
        assertUntouched(right, wanted + ",eng", "correct");
    }

    /** Defect 23, with the tags that mkvmerge writes: {@code por} and {@code pt-BR} side by side. */
    @Test
    void a_variant_is_told_from_its_language() {
        Sound[] sounds = {Sound.in("eng").isDefault(), Sound.in("pt-PT"), Sound.in("pt-BR")};
        assertBecomesDefault(films.mkvmerge("a.mkv", sounds), "pt-BR", 3);
        assertBecomesDefault(films.mkvmerge("b.mkv", sounds), "pt", 2);
    }

    /** The first one always won, whatever it was. */
    @ParameterizedTest
    @CsvSource({"keep-current, 2", "most-channels, 3", "stereo, 2", "most-compatible, 2", "first, 2"})
    void of_two_in_one_language_the_ranking_decides(String ranking, int position) throws IOException {
        Path film = films.mkvmerge(
                "a.mkv",
                Sound.in("eng").isDefault(),
                Sound.in("jpn"),
                Sound.in("jpn").surround());
        with("selection: {ranking: " + ranking + "}", film, "jpn").saysOf(film, "changed");
        assertThat(Films.defaults(film)).containsExactly(position);
    }

    /** Moving the default back and forth between equals helps nobody. */
    @Test
    void a_default_in_the_wanted_language_stays_although_another_comes_first() {
        Path film = films.mkvmerge(
                "a.mkv", Sound.in("eng"), Sound.in("jpn"), Sound.in("jpn").isDefault());
        assertUntouched(film, "jpn", "correct");
    }

    /** It was written to for nothing. */
    @Test
    void a_single_track_needs_no_default_flag() {
        assertUntouched(films.mkvmerge("a.mkv", Sound.in("eng")), "jpn", "correct");
        assertUntouched(films.ffmpeg("b.mkv", Sound.in("jpn")), "jpn", "correct");
        assertUntouched(films.ffmpeg("c.mp4", Sound.in("jpn")), "jpn", "correct");
    }

    @Test
    void without_sound_without_a_match_and_without_tags_a_file_stays_as_it_is() {
        assertUntouched(films.mkvmerge("silent.mkv"), "jpn", "no match");
        assertUntouched(films.ffmpeg("silent.mp4"), "jpn", "no match");
        assertUntouched(films.mkvmerge("other.mkv", Sound.in("eng").isDefault(), Sound.in("ita")), "jpn", "no match");
        assertUntouched(films.ffmpeg("other.mp4", Sound.in("eng").isDefault(), Sound.in("ita")), "jpn", "no match");
        assertUntouched(films.ffmpeg("und.mkv", Sound.in("").isDefault(), Sound.in("")), "jpn", "no match");
        assertUntouched(films.mkvmerge("und2.mkv", Sound.in("und").isDefault(), Sound.in("und")), "jpn", "no match");
        assertUntouched(films.ffmpeg("und.mp4", Sound.in("").isDefault(), Sound.in("")), "jpn", "no match");
    }

    private static void assertBecomesDefault(Path film, String wanted, int position) {
        Command.process(film, wanted).exitsWith(0).saysOf(film, "changed");
        assertThat(Films.defaults(film)).as(film.toString()).containsExactly(position);
    }

    private static void assertUntouched(Path film, String wanted, String word) {
        FileState before = FileState.of(film);
        Command.process(film, wanted).exitsWith(0).saysOf(film, word);
        assertThat(FileState.of(film)).isEqualTo(before);
    }

    private Command with(String settings, Path film, String wanted) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), settings);
        return Command.run("-c", file.toString(), "process", "--languages", wanted, film.toString())
                .exitsWith(0);
    }
}
