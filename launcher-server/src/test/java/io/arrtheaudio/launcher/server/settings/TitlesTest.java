package io.arrtheaudio.launcher.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.title.KnownTitle;
import io.arrtheaudio.domain.title.TitleIds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles whose original language the settings name. */
class TitlesTest {

    private static final Language ENGLISH = new Language("eng", "", "");
    private static final Language JAPANESE = new Language("jpn", "", "");

    @TempDir
    Path folder;

    @Test
    void titles_are_read_in_the_order_of_the_file() {
        SettingsFile file = file("""
                titles:
                  - {tmdb: 603, original_language: eng}
                  - {tvdb: 81189, original_language: English}
                  - {imdb: TT0245429, original_language: ja}
                  - {path: "/media/films/Foo*", original_language: jpn}
                  - {tmdb: 129, tvdb: 5, imdb: tt0133093, path: "/media/Bar/*", original_language: jpn}
                """);
        assertThat(file.notices()).isEqualTo("\n");
        assertThat(file.settings().lookup().titles())
                .containsExactly(
                        new KnownTitle(new TitleIds(603, 0, ""), List.of(), ENGLISH),
                        new KnownTitle(new TitleIds(0, 81189, ""), List.of(), ENGLISH),
                        new KnownTitle(new TitleIds(0, 0, "tt0245429"), List.of(), JAPANESE),
                        new KnownTitle(TitleIds.NONE, List.of(Glob.ofRule("/media/films/Foo*")), JAPANESE),
                        new KnownTitle(
                                new TitleIds(129, 5, "tt0133093"), List.of(Glob.ofRule("/media/Bar/*")), JAPANESE));
    }

    @Test
    void a_path_fits_as_that_of_an_override_does() {
        KnownTitle title = file("titles: [{path: '/media/films/Foo*', original_language: jpn}]")
                .settings()
                .lookup()
                .titles()
                .get(0);
        assertThat(title.is(Path.of("/media/films/Foo (1999)/Foo.mkv"), TitleIds.NONE))
                .isTrue();
        assertThat(title.is(Path.of("/media/films/foo.mkv"), TitleIds.NONE)).isFalse();
    }

    @Test
    void all_problems_are_in_one_report() {
        assertThat(file("""
                titles:
                  - {tmdb: 603}
                  - original_language: eng
                  - {tmdb: 0, original_language: eng}
                  - {tvdb: -3, imdb: 0133093, original_language: eng}
                  - {imdb: [tt1], original_language: [eng]}
                  - {path: "/media/[", original_language: eng}
                  - {tmbd: 603, tmdb: 604, original_language: eng}
                  - 603
                """).problems().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("config.yaml:2: titles: needs an original_language, the one the title was"
                                        + " made in"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "config.yaml:3: titles: needs tmdb, tvdb, imdb or path, by which the title is"
                                                + " known"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "config.yaml:4: titles[].tmdb: was '0' but must be a whole number, 1 or more"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "config.yaml:5: titles[].tvdb: was '-3' but must be a whole number, 1 or more"),
                        line -> assertThat(line)
                                .isEqualTo("config.yaml:5: titles[].imdb: was '0133093' but must be an id such as"
                                        + " tt0133093"),
                        line -> assertThat(line)
                                .isEqualTo("config.yaml:6: titles[].imdb: was a list but must be an id such as"
                                        + " tt0133093"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "config.yaml:6: titles[].original_language: was a list but must be a language"
                                                + " such as eng"),
                        line -> assertThat(line).startsWith("config.yaml:7: titles[].path: was no pattern: "),
                        line -> assertThat(line)
                                .isEqualTo("config.yaml:8: titles[].tmbd: is not known; did you mean titles[].tmdb?"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "config.yaml:9: titles: was '603' but must be a section of keys with values"));
    }

    @Test
    void two_titles_with_the_same_id_are_told_with_both_lines() {
        assertThat(file("""
                titles:
                  - {tmdb: 603, original_language: eng}
                  - {tvdb: 603, original_language: eng}
                  - tvdb: 7
                    tmdb: 603
                    original_language: jpn
                  - {imdb: tt0133093, path: /media/Foo*, original_language: eng}
                  - {imdb: Tt0133093, path: /media/Foo*, original_language: eng}
                """).problems()).isEqualTo("""
                config.yaml:5: titles[].tmdb: '603' is already that of the title in line 2
                config.yaml:8: titles[].imdb: 'tt0133093' is already that of the title in line 7
                config.yaml:8: titles[].path: '/media/Foo*' is already that of the title in line 7
                """);
    }

    @Test
    void a_language_nobody_knows_is_only_told() {
        SettingsFile file = file("""
                titles:
                  - {tmdb: 1, original_language: qzz}
                  - {tmdb: 2, original_language: whatever it is}
                  - {tmdb: 3, original_language: zxx}
                """);
        assertThat(file.settings().lookup().titles())
                .containsExactly(new KnownTitle(new TitleIds(1, 0, ""), List.of(), new Language("qzz", "", "")));
        assertThat(file.notices()).isEqualTo("""
                config.yaml:2: titles[].original_language: 'qzz' is no language this program knows; only tracks marked \
                with exactly this code will match it
                config.yaml:3: titles[].original_language: 'whatever it is' cannot be a language and is left out; write \
                a code such as jpn
                config.yaml:4: titles[].original_language: names no spoken language, so the title is left out
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"titles: []", "titles:"})
    void there_need_not_be_any(String yaml) {
        assertThat(file(yaml).settings()).isEqualTo(Settings.DEFAULT);
    }

    private SettingsFile file(String yaml) {
        return SettingsFile.in(folder, yaml);
    }
}
