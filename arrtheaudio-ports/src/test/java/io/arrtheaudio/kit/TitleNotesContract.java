package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.port.out.TitleNotes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link TitleNotes} does. */
public abstract class TitleNotesContract {

    private static final TitleIds FILM = new TitleIds(603, 0, "tt0133093");
    private static final TitleIds OTHER_FILM = new TitleIds(604, 0, "tt0234215");
    private static final TitleIds SERIES = new TitleIds(1396, 81189, "tt0903747");
    private static final TitleIds OTHER_SERIES = new TitleIds(60059, 273181, "tt3032476");
    private static final TitleIds EPISODE = new TitleIds(62085, 349232, "tt0959621");

    /** Makes a media file below an empty folder; names have {@code /} between folders. */
    protected abstract Path file(String name);

    /** Notes for a file alone that it is a film. */
    protected abstract void noteFilm(Path file, TitleIds ids);

    /** Notes for a file alone that it is an episode; the ids are the episode's. */
    protected abstract void noteEpisode(Path file, TitleIds ids);

    /** Notes for a file alone what nobody can read. */
    protected abstract void noteNonsense(Path file);

    /** Notes for a folder that it holds a film. */
    protected abstract void noteFilmIn(Path folder, TitleIds ids);

    /** Notes for a folder that it holds a series. */
    protected abstract void noteSeriesIn(Path folder, TitleIds ids);

    /** What is tested. */
    protected abstract TitleNotes notes();

    @Test
    public final void without_notes_nothing_is_known() {
        assertThat(notes().beside(file("Film (1999)/Film (1999).mkv"))).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    public final void a_film_has_its_own_note() {
        Path file = file("Film (1999)/Film (1999).mkv");
        noteFilm(file, FILM);

        says(file, TitleKind.MOVIE, FILM);
    }

    @Test
    public final void a_film_has_the_note_of_its_folder() {
        Path file = file("Film (1999)/Film (1999).mkv");
        noteFilmIn(file.getParent(), FILM);

        says(file, TitleKind.MOVIE, FILM);
    }

    @Test
    public final void its_own_note_wins_over_that_of_the_folder() {
        Path file = file("Films/Film (1999).mkv");
        noteFilmIn(file.getParent(), OTHER_FILM);
        noteFilm(file, FILM);

        says(file, TitleKind.MOVIE, FILM);
    }

    @Test
    public final void the_note_of_another_file_is_none() {
        Path file = file("Films/Film (1999).mkv");
        noteFilm(file("Films/Other (2003).mkv"), OTHER_FILM);

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    public final void the_note_of_a_film_is_not_looked_for_above() {
        Path file = file("Films/Film (1999)/Film (1999).mkv");
        noteFilmIn(file.getParent().getParent(), OTHER_FILM);

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    public final void an_episode_has_the_note_of_its_series_in_the_folder_or_up_to_two_above() {
        for (String name :
                new String[] {"a/Show/Show S01E01.mkv", "b/Show/Season 1/S01E01.mkv", "c/Show/S1/D1/S01E01.mkv"}) {
            Path file = file(name);
            Path show = file.getParent();
            while (!show.endsWith("Show")) {
                show = show.getParent();
            }
            noteSeriesIn(show, SERIES);

            says(file, TitleKind.SERIES, SERIES);
        }
    }

    @Test
    public final void a_note_further_above_is_none() {
        Path file = file("Show/a/b/c/S01E01.mkv");
        noteSeriesIn(file.getParent().getParent().getParent().getParent(), SERIES);

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);
    }

    @Test
    public final void the_nearest_series_counts() {
        Path file = file("Show/Season 1/S01E01.mkv");
        noteSeriesIn(file.getParent().getParent(), OTHER_SERIES);
        noteSeriesIn(file.getParent(), SERIES);

        says(file, TitleKind.SERIES, SERIES);
    }

    @Test
    public final void the_ids_of_an_episode_are_not_those_of_its_series() {
        Path file = file("Show/Season 1/Pilot.mkv");
        noteEpisode(file, EPISODE);

        assertThat(notes().beside(file).ids()).isEqualTo(TitleIds.NONE);

        noteSeriesIn(file.getParent().getParent(), SERIES);
        says(file, TitleKind.SERIES, SERIES);
    }

    @Test
    public final void a_file_named_like_an_episode_is_none_of_a_film() {
        Path file = file("Show/Show - S01E01.mkv");
        noteFilm(file, FILM);
        noteFilmIn(file.getParent(), OTHER_FILM);

        assertThat(notes().beside(file).ids()).isEqualTo(TitleIds.NONE);
    }

    @Test
    public final void a_note_that_nobody_can_read_is_none_and_others_still_count() {
        Path file = file("Film (1999)/Film (1999).mkv");
        noteNonsense(file);

        assertThat(notes().beside(file)).isEqualTo(TitleHint.UNKNOWN);

        noteFilmIn(file.getParent(), FILM);
        says(file, TitleKind.MOVIE, FILM);
    }

    @Test
    public final void a_file_that_is_not_there_can_have_notes() {
        Path missing = file("Film (1999)/Film (1999).mkv").resolveSibling("missing.mkv");
        noteFilmIn(missing.getParent(), FILM);

        says(missing, TitleKind.MOVIE, FILM);
    }

    private void says(Path file, TitleKind kind, TitleIds ids) {
        TitleHint hint = notes().beside(file);
        assertThat(hint.kind()).as("%s", file).isEqualTo(kind);
        assertThat(hint.ids()).as("%s", file).isEqualTo(ids);
    }
}
