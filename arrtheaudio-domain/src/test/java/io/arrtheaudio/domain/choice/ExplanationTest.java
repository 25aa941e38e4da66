package io.arrtheaudio.domain.choice;

import static io.arrtheaudio.domain.choice.Wishes.choose;
import static io.arrtheaudio.domain.choice.Wishes.wants;
import static io.arrtheaudio.domain.media.TrackFlag.DEFAULT;
import static io.arrtheaudio.domain.media.TrackFlag.DISABLED;
import static io.arrtheaudio.domain.media.TrackFlag.VISUAL_IMPAIRED;
import static io.arrtheaudio.domain.media.Tracks.tracks;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.media.Tracks;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void every_track_is_told_why_it_was_or_was_not_taken() {
        Tracks audio = tracks().add("eng", DEFAULT)
                .add("jpn")
                .add("jpn")
                .titled("jpn", "解説")
                .add("jpn", VISUAL_IMPAIRED)
                .add("jpn", DISABLED)
                .add("fra")
                .add("und");
        Explanation explanation = choose(audio, wants("jpn", "eng")).explanation();
        assertThat(explanation.tracks())
                .extracting(TrackNote::because)
                .containsExactly(
                        "English is wanted less",
                        "Japanese is wanted (your list)",
                        "same language, but audio 2 comes first (keep-current)",
                        "it is a commentary",
                        "it is an audio description",
                        "it is disabled",
                        "French is not wanted",
                        "it has no language");
    }

    @Test
    void a_farther_variant_is_told_that_it_is_farther() {
        Choice choice = choose(tracks().add("pt-PT", DEFAULT).add("pt-BR"), wants("pt-BR"));
        assertThat(choice.explanation().tracks().get(0).because())
                .isEqualTo("Portuguese (PT), but audio 2 is nearer to Portuguese (BR)");
    }

    @Test
    void the_only_track_is_told_that_it_is_the_only_one() {
        Explanation explanation =
                choose(tracks().add("eng").add("jpn", DISABLED), wants("jpn")).explanation();
        assertThat(explanation.summary()).isEqualTo("there is only one audio track to play");
        assertThat(explanation.tracks())
                .extracting(TrackNote::because)
                .containsExactly("the only one", "it is disabled");
    }

    @Test
    void a_warning_that_is_added_changes_nothing_else() {
        Tracks audio = tracks().add("eng", DEFAULT).add("jpn").add("kor", DISABLED);
        for (String wanted : new String[] {"jpn", "eng", "fra"}) {
            Choice plain = choose(audio, wants(wanted));
            Choice warned = plain.withWarning("the disk is slow");
            assertThat(warned.explanation().warnings())
                    .hasSize(2)
                    .startsWith(plain.explanation().warnings().get(0))
                    .endsWith("the disk is slow");
            assertThat(warned)
                    .usingRecursiveComparison()
                    .ignoringFields("explanation.warnings")
                    .isEqualTo(plain);
            assertThat(warned).hasSameClassAs(plain);
        }
    }
}
