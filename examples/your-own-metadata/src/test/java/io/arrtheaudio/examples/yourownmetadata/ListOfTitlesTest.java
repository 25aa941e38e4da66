package io.arrtheaudio.examples.yourownmetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.kit.OriginalLanguagesContract;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the contract asks for, and what is special about a list. */
class ListOfTitlesTest extends OriginalLanguagesContract {

    @TempDir
    private Path folder;

    private ListOfTitles titles;

    @BeforeEach
    void write_a_list() throws IOException {
        titles = ListOfTitles.read(
                list("tt0133093 | The Matrix | 1999 | en", "tt0245429 | Spirited Away | 2001 | Japanese"));
    }

    @Override
    protected OriginalLanguages languages() {
        return titles;
    }

    @Override
    protected TitleHint known() {
        return new TitleHint(TitleKind.MOVIE, "Spirited Away", 2001, new TitleIds(0, 0, "tt0245429"));
    }

    @Override
    protected Language language() {
        return new Language("jpn", "", "");
    }

    @Test
    void a_list_that_is_not_there_is_for_the_settings() {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> ListOfTitles.read(folder.resolve("missing")))
                .withMessageContaining("missing")
                .matches(e -> e.remedy() == Remedy.FIX_SETTINGS);
    }

    @Test
    void a_line_that_is_none_is_named() throws IOException {
        Path list = list("tt0245429 | Spirited Away | 2001 | klingonish");

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> ListOfTitles.read(list))
                .withMessageContaining("'klingonish' is no language");
    }

    @Test
    void an_empty_list_knows_nothing() throws IOException {
        assertThat(ListOfTitles.read(list("")).of(known()).isKnown()).isFalse();
    }

    private Path list(String... lines) throws IOException {
        return Files.writeString(folder.resolve("titles.txt"), String.join("\n", lines));
    }
}
