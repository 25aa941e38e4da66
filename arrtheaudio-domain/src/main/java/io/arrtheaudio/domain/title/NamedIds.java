package io.arrtheaudio.domain.title;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that a name of a folder or file holds, in the forms of the naming guides: {@code {tvdb-1}} (Plex), {@code
 * [tvdbid-1]} and {@code [tmdbid=603]} (Jellyfin, Emby), {@code {imdb-tt0133093}}, {@code (tt0133093)}, {@code tvdbid1}.
 *
 * @param ids what was found
 * @param rest the name without them
 */
record NamedIds(TitleIds ids, String rest) {

    private static final Pattern NUMBERED = Pattern.compile(
            "[\\[({]?(?<![\\p{L}\\p{N}])(tmdb|tvdb|themoviedb|thetvdb)(?:id[-=: _]?|[-=:])([0-9]{1,9})(?![\\p{L}\\p{N}])[\\])}]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IMDB = Pattern.compile(
            "[\\[({]?(?<![\\p{L}\\p{N}])(?:imdb(?:id)?[-=: _]?)?(tt[0-9]{6,10})(?![\\p{L}\\p{N}])[\\])}]?",
            Pattern.CASE_INSENSITIVE);

    /** Reads a name. */
    static NamedIds in(String name) {
        NamedIds read = new NamedIds(TitleIds.NONE, name);
        Matcher matcher = NUMBERED.matcher(name);
        while (matcher.find()) {
            read = read.with(numbered(matcher), matcher.group());
        }
        Matcher imdb = IMDB.matcher(name);
        while (imdb.find()) {
            read = read.with(new TitleIds(0, 0, imdb.group(1).toLowerCase(Locale.ROOT)), imdb.group());
        }
        return read;
    }

    private static TitleIds numbered(Matcher matcher) {
        int number = Integer.parseInt(matcher.group(2));
        boolean isTvdb = matcher.group(1).toLowerCase(Locale.ROOT).endsWith("tvdb");
        return isTvdb ? new TitleIds(0, number, "") : new TitleIds(number, 0, "");
    }

    /** The first of a kind counts. An empty bracket stays: it parts words. */
    private NamedIds with(TitleIds found, String where) {
        return new NamedIds(ids.or(found), rest.replace(where, "{}"));
    }
}
