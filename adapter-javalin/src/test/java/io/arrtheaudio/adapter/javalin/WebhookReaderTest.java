package io.arrtheaudio.adapter.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrEvent.Deleted;
import io.arrtheaudio.domain.arr.ArrEvent.FolderDeleted;
import io.arrtheaudio.domain.arr.ArrEvent.Ignored;
import io.arrtheaudio.domain.arr.ArrEvent.Imported;
import io.arrtheaudio.domain.arr.ArrEvent.Renamed;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.title.TitleIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {

    /** With single quotes for double ones. */
    private static ArrEvent read(ArrApp app, String body) {
        return WebhookReader.read(app, new Json().read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static ArrEvent sonarr(String fields) {
        return read(ArrApp.SONARR, "{" + fields + "}");
    }

    private static ArrEvent radarr(String fields) {
        return read(ArrApp.RADARR, "{" + fields + "}");
    }

    private static List<List<String>> places(ArrEvent event) {
        return ((Imported) event).files().stream().map(ArrFile::paths).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'path':'/tv/Show' | 'relativePath':'S1/a.mkv','path':'/downloads/a.mkv' | /tv/Show/S1/a.mkv,/downloads/a.mkv",
                "'path':'/tv/Show/' | 'relativePath':'a.mkv' | /tv/Show/a.mkv",
                "'path':'/tv/Show' | 'path':'/tv/Show/a.mkv' | /tv/Show/a.mkv",
                "'path':'/tv/Show' | 'relativePath':'a.mkv','path':'/tv/Show/a.mkv' | /tv/Show/a.mkv",
                "'path':'/tv/Show' | 'relativePath':null,'path':'/tv/a.mkv' | /tv/a.mkv",
                "'path':null | 'relativePath':'a.mkv','path':'/tv/a.mkv' | /tv/a.mkv",
                "'path':7 | 'relativePath':'a.mkv','path':'/tv/a.mkv' | /tv/a.mkv",
                "'title':'no path' | 'relativePath':['a.mkv'],'path':'/tv/a.mkv' | /tv/a.mkv",
                "'path':'C:\\\\tv\\\\Show' | 'relativePath':'S1\\\\a.mkv' | C:\\tv\\Show\\S1\\a.mkv",
                "'path':'C:\\\\tv\\\\' | 'relativePath':'a.mkv' | C:\\tv\\a.mkv",
                "'path':'\\\\\\\\nas\\\\tv' | 'relativePath':'a.mkv' | \\\\nas\\tv\\a.mkv",
            })
    void a_file_is_in_its_folder_or_where_its_path_says(String series, String file, String expected) {
        ArrEvent event = sonarr("'eventType':'Download','series':{" + series + "},'episodeFile':{" + file + "}");

        assertThat(places(event)).containsExactly(List.of(expected.split(",")));
    }

    @Test
    void one_file_and_several_are_the_same_to_both_apps() {
        String several = "[{'path':'/a.mkv'},{'path':'/b.mkv'},{'path':'/a.mkv'}]";

        assertThat(places(sonarr("'eventType':'Download','episodeFiles':" + several)))
                .containsExactly(List.of("/a.mkv"), List.of("/b.mkv"));
        assertThat(places(sonarr("'eventType':'Download','episodeFile':{'path':'/c.mkv'},'episodeFiles':" + several)))
                .containsExactly(List.of("/a.mkv"), List.of("/b.mkv"), List.of("/c.mkv"));
        assertThat(places(radarr("'eventType':'Download','movieFile':{'path':'/a.mkv'}")))
                .containsExactly(List.of("/a.mkv"));
        assertThat(places(radarr("'eventType':'Download','movieFiles':" + several)))
                .containsExactly(List.of("/a.mkv"), List.of("/b.mkv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'eventType':'Download'",
                "'eventType':'Download','episodeFile':null",
                "'eventType':'Download','episodeFile':{}",
                "'eventType':'Download','episodeFile':'/tv/a.mkv'",
                "'eventType':'Download','episodeFile':{'path':7}",
                "'eventType':'Download','episodeFiles':[]",
                "'eventType':'Download','episodeFiles':{'path':'/tv/a.mkv'}",
                "'eventType':'Download','episodeFiles':[null,7,'x',[],{}]",
                "'eventType':'Download','movieFile':{'path':'/tv/a.mkv'}",
                "'eventType':'Rename','renamedEpisodeFiles':[]",
                "'eventType':'EpisodeFileDelete'"
            })
    void what_names_no_file_is_ignored(String fields) {
        assertThat(((Ignored) sonarr(fields)).why()).isEqualTo("it names no file");
    }

    @Test
    void the_order_and_what_is_unknown_do_not_matter() {
        ArrEvent event = sonarr("'zzz':{'a':[1,2,{'b':null}]},'episodeFile':{'new':1,'path':'/a.mkv'},'isUpgrade':true,"
                + "'eventType':'Download','instanceName':'x'");

        assertThat(places(event)).containsExactly(List.of("/a.mkv"));
        assertThat(((Imported) event).isUpgrade()).isTrue();
    }

    @Test
    void a_body_of_the_other_app_is_read_as_what_it_is() {
        ArrEvent event = sonarr(
                "'eventType':'Download','movie':{'folderPath':'/movies/F'},'movieFile':{'relativePath':'f.mkv'}");

        assertThat(event.app()).isEqualTo(ArrApp.RADARR);
        assertThat(places(event)).containsExactly(List.of("/movies/F/f.mkv"));
    }

    @Test
    void a_renaming_without_absolute_paths_is_read() {
        ArrEvent event = sonarr("'eventType':'Rename','series':{'path':'/tv/S'},'renamedEpisodeFiles':["
                + "{'previousRelativePath':'old.mkv','previousPath':'','relativePath':'new.mkv','path':''}]");

        assertThat(((Renamed) event).moves()).singleElement().satisfies(move -> {
            assertThat(move.from()).containsExactly("/tv/S/old.mkv");
            assertThat(move.to().paths()).containsExactly("/tv/S/new.mkv");
        });
    }

    @Test
    void a_renaming_of_films_is_read() {
        ArrEvent event = radarr("'eventType':'Rename','movie':{'folderPath':'/m/F'},'renamedMovieFiles':["
                + "{'previousPath':'/m/F/old.mkv','relativePath':'new.mkv'}]");

        assertThat(((Renamed) event).moves())
                .singleElement()
                .satisfies(move -> assertThat(move.from()).containsExactly("/m/F/old.mkv"));
    }

    @Test
    void deletions_are_read_whatever_the_deleted_files_are() {
        ArrEvent file =
                sonarr("'eventType':'EpisodeFileDelete','episodeFile':{'path':'/a.mkv'},'deleteReason':'manual'");
        ArrEvent series = sonarr("'eventType':'SeriesDelete','series':{'path':'/tv/S'},'deletedFiles':true");
        ArrEvent kept = sonarr("'eventType':'SeriesDelete','series':{'path':'/tv/S'},'deletedFiles':false");
        ArrEvent movie = radarr("'eventType':'MovieDelete','movie':{'folderPath':'/m/F'},'deletedFiles':true");

        assertThat(((Deleted) file).files()).hasSize(1);
        assertThat(series).isEqualTo(new FolderDeleted(ArrApp.SONARR, "/tv/S", true));
        assertThat(kept).isEqualTo(new FolderDeleted(ArrApp.SONARR, "/tv/S", false));
        assertThat(movie).isEqualTo(new FolderDeleted(ArrApp.RADARR, "/m/F", true));
        assertThat(((Ignored) sonarr("'eventType':'SeriesDelete','deletedFiles':true")).why())
                .isEqualTo("it names no folder");
    }

    @Test
    void an_upgrade_tells_what_it_replaces() {
        ArrEvent event =
                sonarr("'eventType':'Download','series':{'path':'/tv/S'},'episodeFile':{'relativePath':'b.mkv'},"
                        + "'isUpgrade':true,'deletedFiles':[{'relativePath':'a.mkv'},{}]");

        assertThat(((Imported) event).replaced()).extracting(ArrFile::paths).containsExactly(List.of("/tv/S/a.mkv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'id':8,'name':'Japanese'} | jpn | HIGH",
                "{'id':1,'name':'English'} | eng | LOW",
                "{'id':26,'name':'Arabic'} | ara | HIGH",
                "{'id':26,'name':'hindi'} | hin | HIGH",
                "'Japanese' | jpn | HIGH"
            })
    void the_original_language_goes_by_its_name(String told, String code, Confidence confidence) {
        OriginalLanguage original = original(told);

        assertThat(original.language().code()).isEqualTo(code);
        assertThat(original.confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{}",
                "[]",
                "{'id':8}",
                "{'name':null}",
                "{'name':'Unknown'}",
                "{'name':'Klingonese'}"
            })
    void what_is_no_language_is_not_told(String told) {
        assertThat(original(told)).isEqualTo(OriginalLanguage.UNKNOWN);
    }

    private static OriginalLanguage original(String told) {
        return ((Imported) sonarr("'eventType':'Download','series':{'originalLanguage':" + told
                        + "},'episodeFile':{'path':'/a.mkv'}"))
                .original();
    }

    @Test
    void ids_and_sizes_that_cannot_be_are_not_told() {
        Imported event = (Imported) sonarr("'eventType':'Download','series':{'tvdbId':-1,'tmdbId':99999999999,"
                + "'imdbId':'../x','year':7,'title':7},'episodeFile':{'path':'/a.mkv','size':-5,'releaseGroup':{}}");

        assertThat(event.title().ids()).isEqualTo(new TitleIds(0, 0, ""));
        assertThat(event.title().year()).isZero();
        assertThat(event.files()).containsExactly(new ArrFile(List.of("/a.mkv")));
    }

    @Test
    void ids_of_films_may_stand_elsewhere() {
        Imported event = (Imported) radarr("'eventType':'Download','movie':{'tmdbId':0},"
                + "'remoteMovie':{'tmdbId':1234,'imdbId':'tt5678'},'movieFile':{'path':'/a.mkv'}");

        assertThat(event.title().ids()).isEqualTo(new TitleIds(1234, 0, "tt5678"));
    }

    @Test
    void events_go_by_their_name_in_any_case() {
        assertThat(sonarr("'eventType':'download','episodeFile':{'path':'/a.mkv'}"))
                .isInstanceOf(Imported.class);
        assertThat(sonarr("'eventType':'TEST'")).isEqualTo(new ArrEvent.Tested(ArrApp.SONARR));
        assertThat(sonarr("'eventType':'Grab','series':{}")).isEqualTo(new Ignored(ArrApp.SONARR, "Grab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'eventType':'Download','episodeFile':{'path':'/a\\u0000.mkv'}",
                "'eventType':'Download','episodeFile':{'path':'/a\\ud800.mkv'}",
                "'eventType':'SeriesDelete','series':{'path':'/a\\u0000'}",
                "'eventType':[]",
                ""
            })
    void what_cannot_be_is_refused(String fields) {
        assertThatThrownBy(() -> sonarr(fields)).isInstanceOf(IllegalArgumentException.class);
    }
}
