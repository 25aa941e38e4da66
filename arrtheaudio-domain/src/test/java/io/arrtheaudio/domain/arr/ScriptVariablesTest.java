package io.arrtheaudio.domain.arr;

import static io.arrtheaudio.domain.arr.ArrApp.RADARR;
import static io.arrtheaudio.domain.arr.ArrApp.SONARR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptVariablesTest {

    private static final Map<String, String> SERIES = Map.of(
            "Sonarr_Series_Title", "Lantern Harbor",
            "Sonarr_Series_Path", "/tv/Lantern Harbor (2023)",
            "Sonarr_Series_TvdbId", "987654",
            "Sonarr_Series_TmdbId", "234567",
            "Sonarr_Series_ImdbId", "tt98765432",
            "Sonarr_Series_Year", "2023",
            "Sonarr_Series_OriginalLanguage", "jpn");
    private static final TitleHint HARBOR =
            new TitleHint(TitleKind.SERIES, "Lantern Harbor", 2023, new TitleIds(234567, 987654, "tt98765432"));

    private static final Map<String, String> FILM = Map.of(
            "Radarr_Movie_Title", "Paper Cranes in Winter",
            "Radarr_Movie_Path", "C:\\films\\Paper Cranes",
            "Radarr_Movie_TmdbId", "876543",
            "Radarr_Movie_ImdbId", "tt87654321",
            "Radarr_Movie_Year", "2021",
            "Radarr_Movie_OriginalLanguage", "eng");

    private static Map<String, String> with(Map<String, String> title, String... more) {
        Map<String, String> all = new HashMap<>(title);
        all.put("PATH", "/usr/bin");
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, String> episode() {
        return with(
                SERIES,
                "Sonarr_EventType",
                "Download",
                "Sonarr_IsUpgrade",
                "False",
                "Sonarr_EpisodeFile_RelativePath",
                "Season 01/e1.mkv",
                "Sonarr_EpisodeFile_Path",
                "/tv/Lantern Harbor (2023)/Season 01/e1.mkv",
                "Sonarr_EpisodeFile_ReleaseGroup",
                "EXMPL",
                "Sonarr_EpisodeFile_SceneName",
                "Lantern.Harbor.S01E01-EXMPL");
    }

    @Test
    void one_file() {
        assertThat(ScriptVariables.read(episode()))
                .isEqualTo(new ArrEvent.Imported(
                        SONARR,
                        List.of(new ArrFile(
                                List.of("/tv/Lantern Harbor (2023)/Season 01/e1.mkv"),
                                0,
                                "EXMPL",
                                "Lantern.Harbor.S01E01-EXMPL")),
                        HARBOR,
                        "/tv/Lantern Harbor (2023)",
                        SONARR.languageCoded("jpn"),
                        false,
                        List.of()));
    }

    @Test
    void names_count_in_any_letter_case() {
        for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(
                name -> name.toLowerCase(Locale.ROOT), name -> name.toUpperCase(Locale.ROOT))) {
            Map<String, String> spelled = new HashMap<>();
            episode().forEach((name, value) -> spelled.put(spelling.apply(name), value));

            assertThat(ScriptVariables.read(spelled)).isEqualTo(ScriptVariables.read(episode()));
        }
    }

    @Test
    void an_upgrade_of_a_film_on_windows() {
        ArrEvent event = ScriptVariables.read(with(
                FILM,
                "radarr_eventtype",
                "Download",
                "radarr_isupgrade",
                "True",
                "radarr_moviefile_relativepath",
                "new.mkv",
                "radarr_moviefile_path",
                "D:\\downloads\\new.mkv",
                "radarr_deletedrelativepaths",
                "old.mkv",
                "radarr_deletedpaths",
                "C:\\films\\Paper Cranes\\old.mkv"));

        assertThat(event)
                .isEqualTo(new ArrEvent.Imported(
                        RADARR,
                        List.of(new ArrFile(List.of("C:\\films\\Paper Cranes\\new.mkv", "D:\\downloads\\new.mkv"))),
                        new TitleHint(
                                TitleKind.MOVIE, "Paper Cranes in Winter", 2021, new TitleIds(876543, 0, "tt87654321")),
                        "C:\\films\\Paper Cranes",
                        new OriginalLanguage(RADARR.languageCoded("eng").language(), "told by Radarr", Confidence.LOW),
                        true,
                        List.of(new ArrFile(List.of("C:\\films\\Paper Cranes\\old.mkv")))));
    }

    @Test
    void a_release_is_told_in_lists() {
        assertThat(imported(
                        "S1/a.mkv|S1/b.mkv", "/tv/Lantern Harbor (2023)/S1/a.mkv|/tv/Lantern Harbor (2023)/S1/b.mkv"))
                .containsExactly(
                        List.of("/tv/Lantern Harbor (2023)/S1/a.mkv"), List.of("/tv/Lantern Harbor (2023)/S1/b.mkv"));
    }

    @Test
    void lists_without_absolute_paths_do() {
        assertThat(imported("a.mkv|b.mkv", ""))
                .containsExactly(
                        List.of("/tv/Lantern Harbor (2023)/a.mkv"), List.of("/tv/Lantern Harbor (2023)/b.mkv"));
    }

    @Test
    void lists_without_relative_paths_do() {
        assertThat(imported("", "/tv/a.mkv|/tv/b.mkv")).containsExactly(List.of("/tv/a.mkv"), List.of("/tv/b.mkv"));
    }

    @Test
    void a_bar_in_a_name_does_not_cut_it() {
        String folder = "/tv/Lantern Harbor (2023)";

        assertThat(imported("a|b.mkv|c.mkv", folder + "/a|b.mkv|" + folder + "/c.mkv"))
                .containsExactly(List.of(folder + "/a|b.mkv"), List.of(folder + "/c.mkv"));
        assertThat(imported("a.mkv|c.mkv", folder + "/a|b.mkv|" + folder + "/c.mkv"))
                .containsExactly(List.of(folder + "/a|b.mkv"), List.of(folder + "/c.mkv"));
    }

    private static List<List<String>> imported(String relativePaths, String paths) {
        ArrEvent event = ScriptVariables.read(with(
                SERIES,
                "sonarr_eventtype",
                "Download",
                "sonarr_episodefile_relativepaths",
                relativePaths,
                "sonarr_episodefile_paths",
                paths));
        return ((ArrEvent.Imported) event).files().stream().map(ArrFile::paths).toList();
    }

    @Test
    void a_renaming_has_old_and_new_places() {
        ArrEvent event = ScriptVariables.read(with(
                SERIES,
                "sonarr_eventtype",
                "Rename",
                "sonarr_episodefile_relativepaths",
                "new1.mkv|new2.mkv",
                "sonarr_episodefile_paths",
                "",
                "sonarr_episodefile_previousrelativepaths",
                "old1.mkv|old2.mkv",
                "sonarr_episodefile_previouspaths",
                "/tv/Lantern Harbor (2023)/old1.mkv|/tv/Lantern Harbor (2023)/old2.mkv"));

        assertThat(((ArrEvent.Renamed) event).moves())
                .containsExactly(
                        new ArrEvent.Move(
                                List.of("/tv/Lantern Harbor (2023)/old1.mkv"),
                                new ArrFile(List.of("/tv/Lantern Harbor (2023)/new1.mkv"))),
                        new ArrEvent.Move(
                                List.of("/tv/Lantern Harbor (2023)/old2.mkv"),
                                new ArrFile(List.of("/tv/Lantern Harbor (2023)/new2.mkv"))));
    }

    @Test
    void old_places_that_cannot_be_told_apart_are_left_out() {
        ArrEvent event = ScriptVariables.read(with(
                SERIES,
                "sonarr_eventtype",
                "Rename",
                "sonarr_episodefile_relativepaths",
                "new1.mkv|new2.mkv",
                "sonarr_episodefile_previousrelativepaths",
                "old|1.mkv|old2.mkv"));

        assertThat(((ArrEvent.Renamed) event).moves())
                .extracting(ArrEvent.Move::from)
                .containsExactly(List.of(), List.of());
    }

    @Test
    void deletions() {
        assertThat(ScriptVariables.read(with(
                        SERIES, "sonarr_eventtype", "EpisodeFileDelete", "sonarr_episodefile_relativepath", "a.mkv")))
                .isEqualTo(
                        new ArrEvent.Deleted(SONARR, List.of(new ArrFile(List.of("/tv/Lantern Harbor (2023)/a.mkv")))));
        assertThat(ScriptVariables.read(
                        with(FILM, "radarr_eventtype", "MovieFileDelete", "radarr_moviefile_path", "C:\\films\\a.mkv")))
                .isEqualTo(new ArrEvent.Deleted(RADARR, List.of(new ArrFile(List.of("C:\\films\\a.mkv")))));
        assertThat(ScriptVariables.read(
                        with(SERIES, "sonarr_eventtype", "SeriesDelete", "sonarr_series_deletedfiles", "True")))
                .isEqualTo(new ArrEvent.FolderDeleted(SONARR, "/tv/Lantern Harbor (2023)", true));
        assertThat(ScriptVariables.read(
                        with(FILM, "radarr_eventtype", "MovieDelete", "radarr_movie_deletedfiles", "False")))
                .isEqualTo(new ArrEvent.FolderDeleted(RADARR, "C:\\films\\Paper Cranes", false));
    }

    @ParameterizedTest
    @CsvSource({"sonarr_eventtype, SONARR", "RADARR_EVENTTYPE, RADARR"})
    void a_test_needs_nothing_else(String name, ArrApp app) {
        assertThat(ScriptVariables.read(Map.of(name, "Test"))).isEqualTo(new ArrEvent.Tested(app));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grab", "HealthIssue", "ApplicationUpdate", "SeriesAdd", "SomethingNew", ""})
    void other_events_do_not_matter(String event) {
        assertThat(ScriptVariables.read(with(SERIES, "sonarr_eventtype", event)))
                .isEqualTo(new ArrEvent.Ignored(SONARR, event));
    }

    @ParameterizedTest
    @CsvSource({"Download, file", "Rename, file", "EpisodeFileDelete, file", "SeriesDelete, folder"})
    void an_event_that_names_nothing_is_passed_over(String event, String what) {
        assertThat(ScriptVariables.read(Map.of("sonarr_eventtype", event)))
                .isEqualTo(new ArrEvent.Ignored(SONARR, event, "it names no " + what));
    }

    @Test
    void without_an_app_there_is_no_event() {
        assertThatThrownBy(() -> ScriptVariables.read(Map.of("PATH", "/usr/bin", "sonarr_sourcepath", "/a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sonarr_eventtype");
    }
}
