package io.arrtheaudio.adapter.files.nfo;

import io.arrtheaudio.domain.title.TitleIds;
import io.arrtheaudio.domain.title.TitleKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of databases in a text, as people and release groups write them into {@code .nfo} files.
 *
 * @param kind what the addresses are of; those of IMDb do not tell
 * @param ids in them, the first of each database
 */
record NfoLinks(TitleKind kind, TitleIds ids) {

    private static final Pattern TMDB =
            Pattern.compile("themoviedb\\.org/(movie|tv)/([0-9]{1,9})(?![0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern IMDB =
            Pattern.compile("imdb\\.com/(?:[a-z]{2}/)?title/(tt[0-9]{6,10})(?![0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TVDB = Pattern.compile(
            "thetvdb\\.com/(?:series/|[^\\s\"<>]{0,80}[?&](?:series)?id=)([0-9]{1,9})(?![0-9a-z-])",
            Pattern.CASE_INSENSITIVE);

    static NfoLinks in(String text) {
        Matcher tmdb = TMDB.matcher(text);
        Matcher tvdb = TVDB.matcher(text);
        Matcher imdb = IMDB.matcher(text);
        TitleKind kind = TitleKind.UNKNOWN;
        TitleIds ids = TitleIds.NONE;
        if (tmdb.find()) {
            kind = tmdb.group(1).equalsIgnoreCase("tv") ? TitleKind.SERIES : TitleKind.MOVIE;
            ids = new TitleIds(Integer.parseInt(tmdb.group(2)), 0, "");
        }
        if (kind != TitleKind.MOVIE && tvdb.find()) {
            kind = TitleKind.SERIES;
            ids = ids.or(new TitleIds(0, Integer.parseInt(tvdb.group(1)), ""));
        }
        if (imdb.find()) {
            ids = ids.or(new TitleIds(0, 0, imdb.group(1).toLowerCase(Locale.ROOT)));
        }
        return new NfoLinks(kind, ids);
    }

    boolean isSeries() {
        return kind == TitleKind.SERIES;
    }

    boolean isFilm() {
        return kind == TitleKind.MOVIE;
    }
}
