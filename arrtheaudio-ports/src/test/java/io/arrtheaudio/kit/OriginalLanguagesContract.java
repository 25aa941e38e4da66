package io.arrtheaudio.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.port.out.OriginalLanguages;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link OriginalLanguages} does. */
public abstract class OriginalLanguagesContract {

    private static final String NO_NAME = "No title has this name";
    private static final TitleIds NO_IDS = new TitleIds(Integer.MAX_VALUE, Integer.MAX_VALUE, "tt999999999999");

    /** The one to test, which knows {@link #known} and has somebody to ask. */
    protected abstract OriginalLanguages languages();

    /** A title that it knows, with its name, its year, and the ids by which it looks titles up. */
    protected abstract TitleHint known();

    /** In which language that title was made. */
    protected abstract Language language();

    /** Whether it looks titles up by their ids. */
    protected boolean looksUpIds() {
        return true;
    }

    /** Whether it looks titles up by their names. */
    protected boolean looksUpNames() {
        return true;
    }

    /** The same while nobody answers it and it remembers nothing; empty for one that asks nobody. */
    protected Optional<OriginalLanguages> unanswered() {
        return Optional.empty();
    }

    /** The same with a key that whoever is asked does not accept; empty for one that needs none. */
    protected Optional<OriginalLanguages> refused() {
        return Optional.empty();
    }

    @Test
    public final void it_looks_titles_up_by_ids_or_by_names() {
        assertThat(looksUpIds() || looksUpNames()).isTrue();
        assertThat(known().ids().isEmpty()).isNotEqualTo(looksUpIds());
    }

    @Test
    public final void a_title_is_known_by_all_that_is_told_of_it_and_whoever_says_so_is_named() {
        OriginalLanguage answer = languages().of(known());

        assertThat(answer.language()).isEqualTo(language());
        assertThat(answer.source()).isNotBlank();
    }

    @Test
    public final void a_title_is_known_by_its_ids_whatever_it_is_called() {
        if (looksUpIds()) {
            assertKnown(new TitleHint(known().kind(), "", 0, known().ids()));
            assertKnown(named(NO_NAME, known().year(), known().ids()));
        }
    }

    @Test
    public final void a_title_is_known_by_its_name_and_year() {
        if (looksUpNames()) {
            assertKnown(named(known().name(), known().year(), TitleIds.NONE));
        }
    }

    @Test
    public final void the_same_name_in_another_year_is_another_title() {
        assertUnknown(named(known().name(), known().year() + 10, TitleIds.NONE));
    }

    @Test
    public final void a_name_must_agree_as_a_whole() {
        assertUnknown(named(known().name() + " and something else", known().year(), TitleIds.NONE));
    }

    @Test
    public final void that_there_is_no_such_title_is_an_answer_and_the_same_again() {
        TitleHint stranger = named(NO_NAME, known().year(), NO_IDS);

        assertUnknown(stranger);
        assertUnknown(stranger);
        assertUnknown(named(NO_NAME, known().year(), TitleIds.NONE));
    }

    @Test
    public final void who_asks_again_gets_the_same_answer() {
        OriginalLanguages languages = languages();

        assertThat(languages.of(known())).isEqualTo(languages.of(known()));
    }

    @Test
    public final void several_threads_ask_about_several_titles() {
        OriginalLanguages languages = languages();
        TitleHint stranger = named(NO_NAME, known().year(), NO_IDS);

        List<Language> answers = AtOnce.call(
                8, i -> languages.of(i % 2 == 0 ? known() : stranger).language());

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 8)
                        .mapToObj(i -> i % 2 == 0 ? language() : Language.UNDETERMINED)
                        .toList());
    }

    @Test
    public final void an_interrupted_thread_gets_an_answer_or_is_told_to_come_again_and_stays_interrupted() {
        OriginalLanguages languages = languages();
        Thread.currentThread().interrupt();
        try {
            assertThat(languages.of(known()).language()).isEqualTo(language());
        } catch (AudioFixException e) {
            assertThat(e.remedy()).isEqualTo(Remedy.RETRY_LATER);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public final void that_nobody_answers_is_no_answer() {
        unanswered().ifPresent(languages -> assertFails(languages, Remedy.RETRY_LATER));
    }

    @Test
    public final void a_key_that_is_not_accepted_is_for_the_settings() {
        refused().ifPresent(languages -> assertFails(languages, Remedy.FIX_SETTINGS));
    }

    private TitleHint named(String name, int year, TitleIds ids) {
        return new TitleHint(known().kind(), name, year, ids);
    }

    private void assertKnown(TitleHint title) {
        assertThat(languages().of(title).language()).as("%s", title).isEqualTo(language());
    }

    private void assertUnknown(TitleHint title) {
        assertThat(languages().of(title).isKnown()).as("%s", title).isFalse();
    }

    private void assertFails(OriginalLanguages languages, Remedy remedy) {
        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> languages.of(known()))
                .matches(e -> e.remedy() == remedy, "tells " + remedy)
                .matches(e -> !e.getMessage().isBlank(), "says what was asked and what came back");
    }
}
