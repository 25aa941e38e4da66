package io.arrtheaudio.domain.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTitleTest {

    private static final Language FRENCH = new Language("fra", "", "");
    private static final Path FILE = Path.of("/films/Leon/Leon.mkv");

    @Test
    void a_title_is_known_by_any_of_its_ids() {
        KnownTitle title = new KnownTitle(new TitleIds(101, 0, "tt0110413"), List.of(), FRENCH);

        assertThat(title.is(FILE, new TitleIds(101, 7, ""))).isTrue();
        assertThat(title.is(FILE, new TitleIds(0, 0, "tt0110413"))).isTrue();
        assertThat(title.is(FILE, new TitleIds(102, 0, ""))).isFalse();
        assertThat(title.is(FILE, TitleIds.NONE)).isFalse();
    }

    @Test
    void a_title_is_known_by_its_path() {
        KnownTitle title = new KnownTitle(TitleIds.NONE, List.of(Glob.ofRule("/films/Leon/*")), FRENCH);

        assertThat(title.is(FILE, TitleIds.NONE)).isTrue();
        assertThat(title.is(Path.of("/films/Nikita/Nikita.mkv"), TitleIds.NONE)).isFalse();
    }

    @Test
    void there_must_be_something_to_know_it_by() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownTitle(TitleIds.NONE, List.of(), FRENCH));
    }
}
