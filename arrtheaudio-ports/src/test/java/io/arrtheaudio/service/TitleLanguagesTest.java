package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.failure.AudioFixException;
import io.arrtheaudio.domain.failure.Remedy;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.title.KnownTitle;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.InMemoryMediaFiles;
import io.arrtheaudio.kit.InMemoryToldTitles;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.ToldLanguages;
import io.arrtheaudio.port.in.AboutTitle;
import io.arrtheaudio.port.out.OriginalLanguages;
import io.arrtheaudio.port.out.TitleNotes;
import io.arrtheaudio.port.out.ToldTitleView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TitleLanguagesTest {

    private static final Language JAPANESE = new Language("jpn", "", "");
    private static final Language KOREAN = new Language("kor", "", "");
    private static final Language ENGLISH = new Language("eng", "", "");

    private static final Path NUMBERED = Path.of("/tv/Show (2020) {tvdb-81189}/Season 01/Show - S01E01.mkv");
    private static final Path NAMED = Path.of("/films/Oldboy (2003)/Oldboy.2003.1080p.mkv");
    private static final TitleHint IMPORTED =
            new TitleHint(TitleKind.SERIES, "Show", 2020, new TitleIds(1396, 81189, "tt0903747"));
    private static final TitleHint NOTED = new TitleHint(TitleKind.MOVIE, "", 0, new TitleIds(670, 0, ""));

    private final ToldLanguages source = new ToldLanguages()
            .know("tmdb series 1396", tmdb(KOREAN))
            .know("tvdb 81189", tmdb(JAPANESE))
            .know("tmdb movie 670", tmdb(JAPANESE))
            .know("name movie 2003 oldboy", tmdb(KOREAN));
    private final List<KnownTitle> settled = new ArrayList<>();
    private final InMemoryMediaFiles disk = new InMemoryMediaFiles(new StoppedClock(Instant.EPOCH));
    private final InMemoryToldTitles earlier = new InMemoryToldTitles();
    private ToldTitleView view = earlier;
    private final List<Path> notesReadOf = new ArrayList<>();
    private TitleNotes notes = file -> TitleHint.UNKNOWN;

    @Test
    void what_the_caller_insists_on_is_asked_of_nobody() {
        settled.add(title(new TitleIds(1396, 0, ""), KOREAN));

        OriginalLanguage answer = of(NUMBERED, told(ENGLISH, Confidence.HIGH).in(named(JAPANESE)));

        assertThat(answer).isEqualTo(named(JAPANESE));
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void a_settled_title_comes_before_the_arr_app_and_the_source() {
        settled.add(title(new TitleIds(0, 81189, ""), KOREAN));

        OriginalLanguage answer = of(NUMBERED, told(JAPANESE, Confidence.HIGH));

        assertThat(answer.language()).isEqualTo(KOREAN);
        assertThat(answer.source()).contains("settings");
        assertThat(source.asked()).isEmpty();
        assertThat(notesReadOf).isEmpty();
    }

    @Test
    void a_settled_title_is_known_by_its_path_and_by_the_note_beside_it_too() {
        settled.add(new KnownTitle(TitleIds.NONE, List.of(Glob.ofRule("/films/Oldboy*")), ENGLISH));
        settled.add(title(new TitleIds(670, 0, ""), JAPANESE));
        noteBeside(Path.of("/films/Other/film.mkv"), NOTED);

        assertThat(of(NAMED, AboutTitle.NOTHING).language()).isEqualTo(ENGLISH);
        assertThat(of(Path.of("/films/Other/film.mkv"), AboutTitle.NOTHING).language())
                .isEqualTo(JAPANESE);
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void what_an_arr_app_is_sure_of_is_not_checked() {
        assertThat(of(NUMBERED, told(JAPANESE, Confidence.HIGH)).source()).isEqualTo("Sonarr");
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void english_from_an_arr_app_is_checked() {
        OriginalLanguage answer = of(NUMBERED, told(ENGLISH, Confidence.LOW));

        assertThat(answer.language()).isEqualTo(KOREAN);
        assertThat(answer.source())
                .isEqualTo("TMDB, asked for tmdb 1396, tvdb 81189, imdb tt0903747 as it came with the file");
        assertThat(answer.confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void english_from_an_arr_app_stays_where_the_source_does_not_know_the_title_or_is_gone() {
        AboutTitle unheardOf = new AboutTitle(
                OriginalLanguage.UNKNOWN,
                new OriginalLanguage(ENGLISH, "Sonarr", Confidence.LOW),
                new TitleHint(TitleKind.SERIES, "Other", 0, new TitleIds(7, 0, "")));

        assertThat(of(NUMBERED, unheardOf)).isEqualTo(unheardOf.told());
        source.gone();
        TitleLanguages.Answer answer = titles().of(NUMBERED, unheardOf);
        assertThat(answer.language()).isEqualTo(unheardOf.told());
        assertThat(answer.warnings())
                .singleElement()
                .asString()
                .contains("so English, Sonarr, decides", "nobody answers");
    }

    @Test
    void ids_that_came_with_the_file_go_before_those_in_its_path() {
        of(NUMBERED, new AboutTitle(OriginalLanguage.UNKNOWN, OriginalLanguage.UNKNOWN, IMPORTED));

        assertThat(source.asked()).containsExactly(IMPORTED);
    }

    @Test
    void ids_in_the_path_are_asked_and_no_note_is_read() {
        OriginalLanguage answer = of(NUMBERED, AboutTitle.NOTHING);

        assertThat(answer.language()).isEqualTo(JAPANESE);
        assertThat(answer.source()).isEqualTo("TMDB, asked for tvdb 81189 as in its path");
        assertThat(notesReadOf).isEmpty();
    }

    @Test
    void ids_noted_beside_a_file_go_before_its_name() {
        noteBeside(NAMED, NOTED);

        OriginalLanguage answer = of(NAMED, AboutTitle.NOTHING);

        assertThat(answer.source()).isEqualTo("TMDB, asked for tmdb 670 as noted beside it");
        assertThat(source.asked()).containsExactly(NOTED);
    }

    @Test
    void the_name_is_asked_last() {
        assertThat(of(NAMED, AboutTitle.NOTHING).source()).isEqualTo("TMDB, asked for 'Oldboy' (2003) as in its path");
    }

    @Test
    void a_title_that_the_source_does_not_know_has_no_language_and_a_reason() {
        OriginalLanguage answer = of(Path.of("/films/Nowhere (1999)/Nowhere (1999).mkv"), AboutTitle.NOTHING);

        assertThat(answer.isKnown()).isFalse();
        assertThat(answer.source()).isEqualTo("not found, asked for 'Nowhere' (1999) as in its path");
    }

    @Test
    void a_file_without_a_name_is_asked_about_nowhere() {
        OriginalLanguage answer = of(Path.of("/00001.mkv"), AboutTitle.NOTHING);

        assertThat(answer.isKnown()).isFalse();
        assertThat(answer.source()).isNotEmpty();
        assertThat(source.asked()).isEmpty();
    }

    @Test
    void while_the_source_is_gone_the_list_decides_and_the_reason_is_told() {
        source.gone();

        TitleLanguages.Answer answer = titles().of(NAMED, AboutTitle.NOTHING);

        assertThat(answer.language()).isEqualTo(OriginalLanguage.UNANSWERED);
        assertThat(answer.language().isKnown()).isFalse();
        assertThat(answer.warnings()).singleElement().asString().contains("so the list decides", "nobody answers");
    }

    @Test
    void whoever_is_interrupted_meanwhile_gets_no_choice_without_an_answer() {
        source.at(() -> {
            Thread.currentThread().interrupt();
            throw new AudioFixException(Remedy.RETRY_LATER, "cannot ask: interrupted");
        });

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> of(NAMED, AboutTitle.NOTHING))
                .withMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoever_is_stopped_meanwhile_gets_no_choice_without_an_answer() {
        source.at(() -> {
            throw AudioFixException.stopping("cannot ask: the program ends");
        });

        assertThatExceptionOfType(AudioFixException.class)
                .isThrownBy(() -> of(NAMED, AboutTitle.NOTHING))
                .withMessageContaining("the program ends");
    }

    @Test
    void without_a_source_nothing_is_read_and_nobody_is_asked() {
        TitleLanguages titles = new TitleLanguages(List.of(), this::noted, OriginalLanguages.NOBODY);

        assertThat(titles.of(NAMED, AboutTitle.NOTHING).language().isKnown()).isFalse();
        assertThat(titles.of(NAMED, told(ENGLISH, Confidence.LOW)).language().language())
                .isEqualTo(ENGLISH);
        assertThat(notesReadOf).isEmpty();
    }

    // what an Arr app told earlier

    @Test
    void what_was_told_earlier_stands_where_the_arr_app_stands_and_says_when() {
        tell(JAPANESE, Confidence.HIGH, "folder /tv/Show (2020) {tvdb-81189}");
        assertThat(of(NUMBERED, AboutTitle.NOTHING))
                .isEqualTo(new OriginalLanguage(JAPANESE, "told by Sonarr on 2026-11-25"));
        assertThat(source.asked()).isEmpty();

        assertThat(of(NUMBERED, told(KOREAN, Confidence.HIGH)).source()).isEqualTo("Sonarr");
        settled.add(title(new TitleIds(0, 81189, ""), ENGLISH));
        assertThat(of(NUMBERED, AboutTitle.NOTHING).language()).isEqualTo(ENGLISH);
        assertThat(of(NUMBERED, AboutTitle.NOTHING.in(named(KOREAN))).language())
                .isEqualTo(KOREAN);
    }

    @Test
    void english_that_was_told_earlier_is_checked_and_stays_while_nobody_knows_better() {
        tell(ENGLISH, Confidence.LOW, "tvdb 81189");
        assertThat(of(NUMBERED, AboutTitle.NOTHING).source()).startsWith("TMDB");

        source.gone();
        TitleLanguages.Answer answer = titles().of(NUMBERED, AboutTitle.NOTHING);
        assertThat(answer.language().language()).isEqualTo(ENGLISH);
        assertThat(answer.warnings())
                .singleElement()
                .asString()
                .contains("so English, told by Sonarr on 2026-11-25, decides");
    }

    @Test
    void a_title_is_known_again_by_ids_that_come_with_it_or_are_in_its_path_or_noted_beside_it() {
        tell(JAPANESE, Confidence.HIGH, "tmdb series 1396", "tvdb 81189");
        tell(KOREAN, Confidence.HIGH, "tmdb movie 670");

        assertThat(of(NUMBERED, AboutTitle.NOTHING).language()).isEqualTo(JAPANESE);
        AboutTitle imported = new AboutTitle(OriginalLanguage.UNKNOWN, OriginalLanguage.UNKNOWN, IMPORTED);
        assertThat(of(Path.of("/elsewhere/a.mkv"), imported).language()).isEqualTo(JAPANESE);
        assertThat(notesReadOf).isEmpty();
        noteBeside(NAMED, NOTED);
        assertThat(of(NAMED, AboutTitle.NOTHING).source()).isEqualTo("told by Sonarr on 2026-11-25");
    }

    @Test
    void a_series_is_no_film_of_the_same_number() {
        tell(JAPANESE, Confidence.HIGH, "tmdb series 670", "tvdb 670");
        noteBeside(NAMED, NOTED);

        assertThat(of(NAMED, AboutTitle.NOTHING).source()).startsWith("TMDB");
    }

    @Test
    void the_nearest_folder_that_belongs_to_a_title_counts() {
        tell(KOREAN, Confidence.HIGH, "folder /films");
        tell(JAPANESE, Confidence.HIGH, "folder /films/Oldboy (2003)");
        tell(ENGLISH, Confidence.HIGH, "folder /films/Oldboy");

        assertThat(of(NAMED, AboutTitle.NOTHING).language()).isEqualTo(JAPANESE);
        assertThat(of(Path.of("/films/Other/a.mkv"), AboutTitle.NOTHING).language())
                .isEqualTo(KOREAN);
    }

    @Test
    void a_file_that_comes_by_what_its_library_really_is_is_known_by_the_library() {
        Path real = disk.folder("real");
        disk.symlink("tv", real);
        tell(JAPANESE, Confidence.HIGH, ToldTitle.keyOf(disk.root().resolve("tv/Show")));

        assertThat(of(real.resolve("Show/a.mkv"), AboutTitle.NOTHING).language())
                .isEqualTo(JAPANESE);
    }

    @Test
    void what_cannot_be_read_is_as_if_nothing_was_told() {
        tell(JAPANESE, Confidence.HIGH, "folder /films/Oldboy (2003)");
        for (String broken : List.of("find", "isEmpty")) {
            view = WorkDesk.failing(ToldTitleView.class, earlier, broken, () -> true);

            assertThat(of(NAMED, AboutTitle.NOTHING).source()).startsWith("TMDB");
        }
    }

    @Test
    void where_nothing_was_ever_told_no_note_is_read_for_it() {
        TitleLanguages titles = new TitleLanguages(List.of(), toldTitles(), this::noted, OriginalLanguages.NOBODY);

        assertThat(titles.of(NAMED, AboutTitle.NOTHING).language()).isEqualTo(OriginalLanguage.NOBODY_ASKED);
        assertThat(notesReadOf).isEmpty();
    }

    private void tell(Language language, Confidence confidence, String... keys) {
        OriginalLanguage word = new OriginalLanguage(language, "told by Sonarr", confidence);
        earlier.put(new ToldTitle(Set.of(keys), word, Instant.parse("2026-11-25T23:59:59Z")));
    }

    private ToldTitles toldTitles() {
        return new ToldTitles(view, disk, List.of(disk.root().resolve("tv"), disk.root()));
    }

    private OriginalLanguage of(Path file, AboutTitle about) {
        return titles().of(file, about).language();
    }

    private TitleLanguages titles() {
        return new TitleLanguages(settled, toldTitles(), this::noted, source);
    }

    private TitleHint noted(Path file) {
        notesReadOf.add(file);
        return notes.beside(file);
    }

    private void noteBeside(Path file, TitleHint hint) {
        notes = other -> other.equals(file) ? hint : TitleHint.UNKNOWN;
    }

    private static AboutTitle told(Language language, Confidence confidence) {
        return new AboutTitle(OriginalLanguage.UNKNOWN, new OriginalLanguage(language, "Sonarr", confidence), IMPORTED);
    }

    private static KnownTitle title(TitleIds ids, Language language) {
        return new KnownTitle(ids, List.of(), language);
    }

    private static OriginalLanguage named(Language language) {
        return new OriginalLanguage(language, "named on the command line");
    }

    private static OriginalLanguage tmdb(Language language) {
        return new OriginalLanguage(language, "TMDB");
    }
}
