package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.port.out.TitleNotes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InMemoryTitleNotesTest extends TitleNotesContract {

    private final InMemoryTitleNotes notes = new InMemoryTitleNotes();

    @Override
    protected Path file(String name) {
        return Path.of("/library").toAbsolutePath().resolve(name);
    }

    @Override
    protected void noteFilm(Path file, TitleIds ids) {
        notes.noteFilm(file, ids);
    }

    @Override
    protected void noteEpisode(Path file, TitleIds ids) {
        notes.noteEpisode(file);
    }

    @Override
    protected void noteNonsense(Path file) {
        notes.noteFilm(file, TitleIds.NONE);
    }

    @Override
    protected void noteFilmIn(Path folder, TitleIds ids) {
        notes.noteFilmIn(folder, ids);
    }

    @Override
    protected void noteSeriesIn(Path folder, TitleIds ids) {
        notes.noteSeriesIn(folder, ids);
    }

    @Override
    protected TitleNotes notes() {
        return notes;
    }

    @Test
    void every_question_is_counted() {
        notes.beside(file("a.mkv"));
        notes.beside(file("a.mkv"));

        assertThat(notes.asked()).isEqualTo(2);
    }

    @Test
    void a_path_that_nobody_resolved_is_misuse() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> notes.beside(Path.of("a.mkv")))
                .withMessageContaining("not absolute");
    }
}
