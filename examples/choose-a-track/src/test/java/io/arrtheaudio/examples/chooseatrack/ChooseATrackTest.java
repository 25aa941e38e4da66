package io.arrtheaudio.examples.chooseatrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.choice.Choice;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooseATrackTest {

    private static final OriginalLanguage JAPANESE = new OriginalLanguage(new Language("jpn", "", ""), "a test");

    @Test
    void the_track_in_the_original_language_is_chosen() {
        Choice choice = ChooseATrack.choose(List.of("*eng/Stereo/2", "ja//6"), JAPANESE, "eng");

        assertThat(choice)
                .isInstanceOfSatisfying(
                        Choice.Switch.class,
                        found -> assertThat(found.to().position()).isEqualTo(2));
    }

    @Test
    void no_commentary_is_chosen_and_what_is_right_is_kept() {
        List<String> tracks = List.of("eng/Commentary by the director/2", "*en-GB//6", "fra//2");

        assertThat(ChooseATrack.choose(tracks, OriginalLanguage.UNKNOWN, "English"))
                .isInstanceOfSatisfying(
                        Choice.Keep.class,
                        keep -> assertThat(keep.already().position()).isEqualTo(2));
    }

    @Test
    void where_nothing_is_wanted_nothing_is_chosen() {
        assertThat(ChooseATrack.choose(List.of("*fra//2", "ita//2"), JAPANESE, "eng"))
                .isInstanceOf(Choice.NoMatch.class);
    }

    @Test
    void what_is_no_language_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChooseATrack.choose(List.of("klingonish//2"), JAPANESE))
                .withMessageContaining("klingonish");
    }

    @Test
    void the_program_tells_what_it_chose_and_why() {
        PrintStream screen = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            ChooseATrack.main(new String[0]);
        } finally {
            System.setOut(screen);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("track 3 should become the default one")
                .contains("our own database")
                .contains("track 1: ");
    }
}
