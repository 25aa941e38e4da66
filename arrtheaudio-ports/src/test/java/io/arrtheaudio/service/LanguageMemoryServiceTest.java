package io.arrtheaudio.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.arr.ArrApp;
import io.arrtheaudio.domain.arr.ArrEvent;
import io.arrtheaudio.domain.arr.ArrFile;
import io.arrtheaudio.domain.choice.OriginalLanguage;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.PathMapping;
import io.arrtheaudio.domain.library.PathMappings;
import io.arrtheaudio.domain.title.KnownLanguage;
import io.arrtheaudio.domain.title.TitleHint;
import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import io.arrtheaudio.domain.title.ToldTitle;
import io.arrtheaudio.kit.InMemoryLanguageCache;
import io.arrtheaudio.kit.InMemoryToldTitles;
import io.arrtheaudio.kit.StoppedClock;
import io.arrtheaudio.kit.ToldLanguages;
import io.arrtheaudio.port.out.Telemetry;
import io.arrtheaudio.port.out.ToldTitleStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageMemoryServiceTest {

    private static final OriginalLanguage JAPANESE = new OriginalLanguage(new Language("jpn", "", ""), "TMDB");
    private static final TitleHint FILM = film(1);
    private static final TitleHint LATER = film(2);

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final InMemoryLanguageCache cache = new InMemoryLanguageCache();
    private final ToldLanguages source = new ToldLanguages().know(FILM.key(), JAPANESE);
    private final CachedLanguages languages =
            new CachedLanguages(cache, source, CacheRules.DEFAULT, clock, Telemetry.SILENT);
    private final Path library = Path.of("/data/tv").toAbsolutePath();
    private final InMemoryToldTitles titles = new InMemoryToldTitles();
    private final LanguageMemoryService memory = memory(titles);

    @Test
    void what_was_answered_is_shown_however_old_it_is_the_newest_first() {
        Instant first = clock.instant();
        languages.of(FILM);
        clock.advance(Duration.ofDays(500));
        languages.of(LATER);

        assertThat(memory.all())
                .containsExactly(
                        new KnownLanguage(LATER.key(), OriginalLanguage.UNKNOWN, clock.instant()),
                        new KnownLanguage(FILM.key(), JAPANESE, first));
    }

    @Test
    void what_was_forgotten_is_asked_again() {
        languages.of(FILM);
        languages.of(LATER);

        assertThat(memory.forget(List.of(FILM.key(), FILM.key(), "nobody"))).isEqualTo(1);
        languages.of(FILM);
        languages.of(LATER);

        assertThat(source.asked()).containsExactly(FILM, LATER, FILM);
    }

    @Test
    void titles_are_named_in_any_letter_case_and_a_number_of_tmdb_is_a_film_and_a_series() {
        languages.of(FILM);
        languages.of(new TitleHint(TitleKind.SERIES, "", 0, FILM.ids()));
        languages.of(new TitleHint(TitleKind.MOVIE, "Élan (Vital)", 1999, TitleIds.NONE));
        languages.of(LATER);

        assertThat(memory.forget(List.of(" NAME Movie 1999 ÉLAN (vital)"))).isEqualTo(1);
        assertThat(memory.forget(List.of("TMDB 1"))).isEqualTo(2);
        assertThat(memory.all()).extracting(KnownLanguage::title).containsExactly(LATER.key());
    }

    @Test
    void all_of_it_can_be_forgotten() {
        languages.of(FILM);
        languages.of(LATER);

        assertThat(memory.forget(List.of())).isEqualTo(2);
        assertThat(memory.all()).isEmpty();
    }

    @Test
    void what_an_arr_app_tells_is_kept_with_the_ids_and_the_folder_of_the_title() {
        memory.hear(imported("/tv/Show"));

        assertThat(memory.told())
                .containsExactly(new ToldTitle(
                        Set.of("tvdb 7", "imdb tt7", ToldTitle.keyOf(library.resolve("Show"))),
                        ArrApp.SONARR.languageNamed("Japanese"),
                        clock.instant()));
    }

    @Test
    void a_deletion_or_a_test_tells_nothing() {
        memory.hear(new ArrEvent.Tested(ArrApp.SONARR));
        memory.hear(new ArrEvent.FolderDeleted(ArrApp.SONARR, "/tv/Show", true));

        assertThat(memory.told()).isEmpty();
    }

    @Test
    void what_was_told_is_forgotten_by_name_alone_with_all_that_the_title_is_known_by() {
        memory.hear(imported("/tv/Show"));

        assertThat(memory.forget(List.of())).isZero();
        assertThat(memory.told()).hasSize(1);
        assertThat(memory.forget(List.of("folder " + library.resolve("show")))).isZero();
        assertThat(memory.forget(List.of("folder " + library.resolve("Show"), "TVDB 7")))
                .isEqualTo(1);
        assertThat(memory.told()).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_no_failure() {
        ToldTitleStore broken = WorkDesk.failing(ToldTitleStore.class, titles, "put", () -> true);

        memory(broken).hear(imported("/tv/Show"));

        assertThat(titles.all()).isEmpty();
    }

    private LanguageMemoryService memory(ToldTitleStore told) {
        PathMappings mappings = new PathMappings(List.of(new PathMapping("/tv", library)));
        return new LanguageMemoryService(cache, told, mappings, List.of(library), clock);
    }

    private static ArrEvent imported(String folder) {
        return new ArrEvent.Imported(
                ArrApp.SONARR,
                List.of(new ArrFile(List.of(folder + "/a.mkv"))),
                ArrApp.SONARR.title("Show", 2020, 0, 7, "tt7"),
                folder,
                ArrApp.SONARR.languageNamed("Japanese"),
                false,
                List.of());
    }

    private static TitleHint film(int tmdb) {
        return new TitleHint(TitleKind.MOVIE, "", 0, new TitleIds(tmdb, 0, ""));
    }
}
