package io.arrtheaudio.launcher.server.settings;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.library.Glob;
import io.arrtheaudio.domain.title.KnownTitle;
import io.arrtheaudio.domain.title.TitleIds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the titles whose language the user has settled. No two of them may be known by the same thing, as only one of the
 * languages would hold.
 *
 * <p>One thread at a time.
 */
final class Titles {

    private static final List<Key<?>> KNOWN_BY =
            List.of(Keys.TITLE_TMDB, Keys.TITLE_TVDB, Keys.TITLE_IMDB, Keys.TITLE_PATH);

    private final Map<String, Integer> lines = new HashMap<>();

    private Titles() {}

    /** The titles in the order of the file, without those that cannot be read, which is told. */
    static List<KnownTitle> of(List<Value> rows) {
        Titles titles = new Titles();
        return rows.stream().map(titles::title).flatMap(Optional::stream).toList();
    }

    private Optional<KnownTitle> title(Value row) {
        Section title = Section.of(row, Keys.TITLES.path() + "[].");
        TitleIds ids = new TitleIds(
                once(title, Keys.TITLE_TMDB).orElse(0),
                once(title, Keys.TITLE_TVDB).orElse(0),
                once(title, Keys.TITLE_IMDB).orElse(""));
        List<Glob> paths = once(title, Keys.TITLE_PATH).stream().toList();
        if (KNOWN_BY.stream().noneMatch(title::has)) {
            title.problem("needs tmdb, tvdb, imdb or path, by which the title is known");
        }
        Optional<Language> language = language(title);
        return ids.isEmpty() && paths.isEmpty()
                ? Optional.empty()
                : language.map(spoken -> new KnownTitle(ids, paths, spoken));
    }

    private static Optional<Language> language(Section title) {
        if (!title.has(Keys.TITLE_LANGUAGE)) {
            title.problem("needs an original_language, the one the title was made in");
        }
        Optional<Language> language = title.get(Keys.TITLE_LANGUAGE);
        if (language.filter(named -> !named.isSpoken()).isPresent()) {
            title.notice(Keys.TITLE_LANGUAGE, "names no spoken language, so the title is left out");
        }
        return language.filter(Language::isSpoken);
    }

    private <T> Optional<T> once(Section title, Key<T> key) {
        Optional<T> read = title.get(key);
        read.ifPresent(known -> {
            Optional<Integer> before =
                    Optional.ofNullable(lines.putIfAbsent(key.name() + " " + known, title.line(key)));
            before.ifPresent(line -> title.problem(
                    key, Value.shown(known.toString()) + " is already that of the title in line " + line));
        });
        return read;
    }
}
