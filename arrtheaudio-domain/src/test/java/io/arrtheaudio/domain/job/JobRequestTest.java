package io.arrtheaudio.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.media.Container;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobRequestTest {

    private static final JobRequest PLAIN = Jobs.request("a.mkv");
    private static final TitleHint NAMED = new TitleHint(TitleKind.SERIES, "Dark", 2017, TitleIds.NONE);
    private static final TitleHint NUMBERED =
            new TitleHint(TitleKind.SERIES, "", 0, new TitleIds(70523, 0, "tt5753856"));
    private static final OriginalLanguage GERMAN = known("deu", Confidence.HIGH);

    private static OriginalLanguage known(String code, Confidence confidence) {
        return new OriginalLanguage(new Language(code, "", ""), "told", confidence);
    }

    @Test
    void a_dry_run_and_another_file_cannot_be_joined() {
        assertThat(PLAIN.canJoin(PLAIN.forced())).isTrue();
        assertThat(PLAIN.canJoin(PLAIN.asDryRun())).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.joinedBy(Jobs.request("b.mkv")))
                .withMessageContaining("b.mkv");
    }

    @Test
    void hints_are_merged_and_what_came_later_counts_more() {
        JobRequest both = PLAIN.about(NAMED, OriginalLanguage.UNKNOWN).joinedBy(PLAIN.about(NUMBERED, GERMAN));

        assertThat(both.title()).isEqualTo(new TitleHint(TitleKind.SERIES, "Dark", 2017, NUMBERED.ids()));
        assertThat(both.original()).isEqualTo(GERMAN);
        TitleHint renamed = new TitleHint(TitleKind.UNKNOWN, "Dark (DE)", 0, new TitleIds(1, 2, ""));
        assertThat(both.joinedBy(PLAIN.about(renamed, OriginalLanguage.UNKNOWN)).title())
                .isEqualTo(new TitleHint(TitleKind.SERIES, "Dark (DE)", 2017, new TitleIds(1, 2, "tt5753856")));
    }

    @Test
    void ids_of_a_film_are_never_mixed_with_those_of_a_series() {
        TitleHint film = new TitleHint(TitleKind.MOVIE, "", 0, new TitleIds(603, 0, ""));

        assertThat(PLAIN.about(NUMBERED, GERMAN)
                        .joinedBy(PLAIN.about(film, GERMAN))
                        .title())
                .isEqualTo(film);
        TitleHint nothing = new TitleHint(TitleKind.MOVIE, "", 0, TitleIds.NONE);
        assertThat(PLAIN.about(NUMBERED, GERMAN)
                        .joinedBy(PLAIN.about(nothing, GERMAN))
                        .title())
                .isEqualTo(NUMBERED);
    }

    @Test
    void who_knows_the_language_comes_before_who_may_have_guessed() {
        OriginalLanguage guess = known("eng", Confidence.LOW);
        OriginalLanguage other = known("fra", Confidence.HIGH);

        assertThat(original(GERMAN, guess)).isEqualTo(GERMAN);
        assertThat(original(guess, GERMAN)).isEqualTo(GERMAN);
        assertThat(original(GERMAN, other)).isEqualTo(other);
        assertThat(original(guess, OriginalLanguage.UNKNOWN)).isEqualTo(guess);
    }

    private static OriginalLanguage original(OriginalLanguage first, OriginalLanguage then) {
        return PLAIN.about(TitleHint.UNKNOWN, first)
                .joinedBy(PLAIN.about(TitleHint.UNKNOWN, then))
                .original();
    }

    @Test
    void the_first_who_asked_is_named_and_the_most_urgent_counts() {
        JobRequest imported = JobRequest.of(Jobs.file("a.mkv"), JobSource.SONARR, JobPriority.HIGH)
                .ofWebhook("3");

        JobRequest both = PLAIN.ofBatch("9").joinedBy(imported.forced());

        assertThat(both.source()).isEqualTo(JobSource.MANUAL);
        assertThat(both.priority()).isEqualTo(JobPriority.HIGH);
        assertThat(both.webhook()).isEqualTo("3");
        assertThat(both.batch()).as("others asked too").isEmpty();
        assertThat(both.force()).isTrue();
        assertThat(PLAIN.ofBatch("9").joinedBy(PLAIN.ofBatch("9")).batch()).isEqualTo("9");
    }

    @Test
    void one_file_has_one_key_however_its_path_is_written() {
        JobFile file = JobFile.at(Path.of("/library/x/../a.mkv").toAbsolutePath());

        assertThat(file.key()).isEqualTo(Jobs.file("a.mkv").key());
        assertThat(Jobs.file("show/a.mkv").isAtOrBelow(Jobs.file("show").key())).isTrue();
        assertThat(Jobs.file("show/a.mkv")
                        .isAtOrBelow(JobFile.keyOf(Path.of("/").toAbsolutePath())))
                .isTrue();
        assertThat(Jobs.file("show").isAtOrBelow(Jobs.file("show").key())).isTrue();
        assertThat(Jobs.file("shows/a.mkv").isAtOrBelow(Jobs.file("show").key()))
                .isFalse();
    }

    @Test
    void a_file_that_maps_nowhere_has_a_key_too_and_no_path() {
        PathMappings mappings = new PathMappings(
                List.of(new PathMapping("/tv", Path.of("/media").toAbsolutePath())));
        JobFile nowhere = JobFile.of(mappings.map("C:\\Films\\Heat\\heat.mp4"));

        assertThat(nowhere.isMapped()).isFalse();
        assertThat(nowhere.key())
                .isEqualTo(JobFile.of(mappings.map("c:/Films/Heat//heat.mp4")).key());
        assertThat(nowhere.isAtOrBelow(JobFile.of(mappings.map("C:\\Films")).key()))
                .isTrue();
        assertThat(nowhere.container()).contains(Container.MP4);
        assertThatIllegalStateException().isThrownBy(nowhere::path).withMessageContaining("/tv -> ");
        assertThat(JobFile.of(mappings.map("/tv/a.mkv")).path())
                .isEqualTo(Path.of("/media").toAbsolutePath().resolve("a.mkv"));
    }

    @Test
    void a_file_is_named_by_an_absolute_path() {
        assertThatIllegalArgumentException().isThrownBy(() -> JobFile.at(Path.of("a.mkv")));
        assertThatIllegalArgumentException().isThrownBy(() -> new JobFile("x", "", "", ""));
    }
}
