package io.arrtheaudio.domain.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.arrtheaudio.domain.choice.Explanation;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Path FILE = Path.of("/media/film.mkv");
    private static final AudioTrack TRACK = new AudioTrack(1, Language.UNDETERMINED, "", "aac", 2, Set.of());
    private static final EditCost COST = new EditCost("nothing", 0, 0);

    private static final List<Outcome> ALL = List.of(
            new Outcome.Changed(FILE, TRACK, COST, "1", Explanation.NONE),
            new Outcome.AlreadyCorrect(FILE, TRACK, Explanation.NONE),
            new Outcome.NoMatch(FILE, Explanation.NONE),
            new Outcome.Skipped(FILE, SkipReason.HARDLINKED, "it has 2 names", Explanation.NONE),
            new Outcome.WouldChange(FILE, TRACK, COST, Explanation.NONE),
            new Outcome.Failed(FILE, Remedy.FIX_FILE, "it is damaged", Explanation.NONE));

    @Test
    void each_case_folds_into_its_own_method_and_has_its_own_word() {
        assertThat(ALL)
                .extracting(outcome -> outcome.fold(new Names()))
                .containsExactly("Changed", "AlreadyCorrect", "NoMatch", "Skipped", "WouldChange", "Failed");
        assertThat(ALL)
                .extracting(Outcome::word)
                .containsExactly("changed", "already_correct", "no_match", "skipped", "would_change", "failed");
    }

    @Test
    void each_case_says_why_for_people() {
        Explanation explanation =
                new Explanation("jpn is wanted", OriginalLanguage.UNKNOWN, List.of(), List.of(), List.of());

        assertThat(new Outcome.Changed(FILE, TRACK, COST, "1", explanation).why())
                .isEqualTo("jpn is wanted");
        assertThat(new Outcome.NoMatch(FILE, explanation).why()).isEqualTo("jpn is wanted");
        assertThat(new Outcome.Skipped(FILE, SkipReason.HARDLINKED, "it has 2 names", explanation).why())
                .isEqualTo("it has 2 names");
        assertThat(new Outcome.Failed(FILE, Remedy.FIX_FILE, "it is damaged", explanation).why())
                .isEqualTo("it is damaged");
    }

    @Test
    void a_reason_to_skip_is_one_lower_case_word() {
        assertThat(SkipReason.HARDLINKED.word()).isEqualTo("hardlinked");
        assertThat(SkipReason.UNSUPPORTED_LAYOUT.word()).isEqualTo("unsupported_layout");
    }

    @Test
    void a_file_has_no_negative_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FileIdentity(FILE, "1:2", -1, Instant.EPOCH))
                .withMessageContaining("size of /media/film.mkv was -1");
    }

    private static final class Names implements Outcome.Cases<String> {
        @Override
        public String changed(Outcome.Changed outcome) {
            return "Changed";
        }

        @Override
        public String alreadyCorrect(Outcome.AlreadyCorrect outcome) {
            return "AlreadyCorrect";
        }

        @Override
        public String noMatch(Outcome.NoMatch outcome) {
            return "NoMatch";
        }

        @Override
        public String skipped(Outcome.Skipped outcome) {
            return "Skipped";
        }

        @Override
        public String wouldChange(Outcome.WouldChange outcome) {
            return "WouldChange";
        }

        @Override
        public String failed(Outcome.Failed outcome) {
            return "Failed";
        }
    }
}
