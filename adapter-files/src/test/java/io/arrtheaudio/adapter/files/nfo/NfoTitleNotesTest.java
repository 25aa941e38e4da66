package io.arrtheaudio.adapter.files.nfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.kit.FolderDisk;
import io.arrtheaudio.kit.TitleNotesContract;
import io.arrtheaudio.port.out.TitleNotes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NfoTitleNotesTest extends TitleNotesContract {

    private static final TitleIds FILM = new TitleIds(603, 0, "tt0133093");

    private FolderDisk disk;

    @BeforeEach
    void layOut(@TempDir Path folder) {
        disk = new FolderDisk(folder);
    }

    @Override
    protected Path file(String name) {
        return disk.put(name);
    }

    @Override
    protected void noteFilm(Path file, TitleIds ids) {
        write(beside(file), "movie", ids);
    }

    @Override
    protected void noteEpisode(Path file, TitleIds ids) {
        write(beside(file), "episodedetails", ids);
    }

    @Override
    protected void noteNonsense(Path file) {
        put(beside(file), "<movie><uniqueid type='tmdb'>many</uniqueid><tmdbid/></movie");
    }

    @Override
    protected void noteFilmIn(Path folder, TitleIds ids) {
        write(folder.resolve("movie.nfo"), "movie", ids);
    }

    @Override
    protected void noteSeriesIn(Path folder, TitleIds ids) {
        write(folder.resolve("tvshow.nfo"), "tvshow", ids);
    }

    @Override
    protected TitleNotes notes() {
        return new NfoTitleNotes();
    }

    @Test
    void a_folder_in_the_place_of_a_note_is_none() {
        Path file = disk.put("Film (1999)/film.mkv");
        disk.folder("Film (1999)/film.nfo");

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_pipe_in_the_place_of_a_note_is_not_waited_for() throws IOException, InterruptedException {
        Path file = disk.put("Film (1999)/film.mkv");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo here");
        new ProcessBuilder("/usr/bin/mkfifo", beside(file).toString()).start().waitFor();

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    void a_note_that_this_user_may_not_read_is_none() {
        Path file = disk.put("Film (1999)/film.mkv");
        noteFilm(file, FILM);
        assumeTrue(
                beside(file).toFile().setReadable(false) && !Files.isReadable(beside(file)), "root reads everything");

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    void notes_are_read_through_links_and_never_written() throws IOException {
        Path file = disk.put("Film (1999)/film.mkv");
        Path real = disk.put("elsewhere.nfo", "<movie><tmdbid>603</tmdbid></movie>".getBytes(StandardCharsets.UTF_8));
        disk.symlink("Film (1999)/film.nfo", real);
        byte[] before = Files.readAllBytes(real);

        assertThat(notes().beside(file).ids().tmdb()).isEqualTo(603);
        assertThat(Files.readAllBytes(real)).isEqualTo(before);
    }

    @Test
    void the_notes_of_a_series_count_although_they_hold_an_address_only() {
        Path file = disk.put("Show/Season 1/S01E01.mkv");
        put(file.getParent().resolveSibling("tvshow.nfo"), "https://thetvdb.com/?tab=series&id=81189");

        assertThat(notes().beside(file).ids().tvdb()).isEqualTo(81189);
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".nfo");
    }

    private void write(Path nfo, String root, TitleIds ids) {
        String text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\n<" + root + "><title>A title</title>"
                        + "<uniqueid type=\"tmdb\" default=\"true\">" + ids.tmdb() + "</uniqueid>"
                        + (ids.tvdb() == 0 ? "" : "<uniqueid type=\"tvdb\">" + ids.tvdb() + "</uniqueid>")
                        + "<uniqueid type=\"imdb\">" + ids.imdb() + "</uniqueid></" + root + ">";
        put(nfo, text);
    }

    private void put(Path nfo, String text) {
        disk.put(disk.root().relativize(nfo).toString(), text.getBytes(StandardCharsets.UTF_8));
    }
}
