package io.arrtheaudio.domain.title;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a folder is for, by its name alone. */
enum FolderRole {
    /** Holds the files of one title, or of one release of it. */
    TITLE,
    /** One season of a series. */
    SEASON,
    /** What belongs to a title and is not it: trailers, interviews. */
    EXTRAS,
    /** A part of a title, told by no name of its own: a disc, a quality. */
    PART,
    /** All films. */
    FILMS,
    /** All series. */
    SERIES,
    /** Anything at all. */
    ANYTHING;

    private static final Set<String> SPECIALS =
            Set.of("specials", "special", "season specials", "ova", "ovas", "oad", "sp");
    private static final Set<String> EXTRA_NAMES = Set.of(
            "extras",
            "extra",
            "featurettes",
            "featurette",
            "behind the scenes",
            "deleted scenes",
            "interviews",
            "scenes",
            "shorts",
            "trailers",
            "trailer",
            "other",
            "others",
            "samples",
            "sample",
            "bonus",
            "bonus features",
            "bonus disc",
            "clips",
            "subs",
            "subtitles",
            "theme music",
            "backdrops",
            "making of",
            "extra features",
            "special features");
    private static final Pattern PART_NAME = Pattern.compile(
            "(?:cd|dis[ck]|dvd|part|pt|bd|vol|volume) ?[0-9]{1,2}|0[0-9]|bdmv|stream|video ts|audio ts|[0-9]{3,4}p|4k|uhd|dubbed|subbed");
    private static final Set<String> FILM_WORDS = Set.of(
            "movies",
            "movie",
            "films",
            "film",
            "filme",
            "filmes",
            "pel\u00edculas",
            "peliculas",
            "kino",
            "cinema",
            "kinofilme",
            "spielfilme",
            "elokuvat",
            "filmy",
            "filmer",
            "\u0444\u0438\u043b\u044c\u043c\u044b",
            "\u96fb\u5f71",
            "\u7535\u5f71",
            "\u6620\u753b",
            "\uc601\ud654");
    private static final Set<String> SERIES_WORDS = Set.of(
            "tv",
            "tvshows",
            "shows",
            "series",
            "serien",
            "serie",
            "s\u00e9ries",
            "seriale",
            "sarjat",
            "serier",
            "tvseries",
            "anime",
            "animes",
            "fernsehserien",
            "\u0441\u0435\u0440\u0438\u0430\u043b\u044b",
            "\u5267\u96c6",
            "\u30a2\u30cb\u30e1",
            "\ub4dc\ub77c\ub9c8",
            "docuseries",
            "telenovelas");
    private static final Set<String> ANY_WORDS = Set.of(
            "media",
            "downloads",
            "download",
            "complete",
            "completed",
            "data",
            "video",
            "videos",
            "mnt",
            "srv",
            "storage",
            "nas",
            "torrents",
            "torrent",
            "usenet",
            "incoming",
            "tmp",
            "temp",
            "home",
            "share",
            "shares",
            "volume1",
            "pool",
            "tank",
            "library",
            "libraries",
            "plex",
            "jellyfin",
            "emby",
            "kodi",
            "sonarr",
            "radarr",
            "import",
            "sorted",
            "unsorted",
            "watch");
    private static final Set<String> WORDS_BESIDE = Set.of(
            "4k",
            "uhd",
            "hd",
            "sd",
            "1080p",
            "2160p",
            "720p",
            "3d",
            "kids",
            "kinder",
            "family",
            "remux",
            "foreign",
            "my",
            "all",
            "new",
            "show",
            "shows",
            "show s",
            "documentary",
            "animation",
            "cartoons",
            "german",
            "english",
            "french",
            "other",
            "x265");

    /** Of a folder with this name. */
    static FolderRole of(String name) {
        List<String> words = words(name);
        String text = String.join(" ", words);
        if (SPECIALS.contains(text)) {
            return SEASON;
        }
        if (EXTRA_NAMES.contains(text)) {
            return EXTRAS;
        }
        return PART_NAME.matcher(text).matches() ? PART : ofMany(words);
    }

    private static FolderRole ofMany(List<String> words) {
        if (isAllOf(words, FILM_WORDS, Set.of("anime"))) {
            return FILMS;
        }
        if (isAllOf(words, SERIES_WORDS, Set.of())) {
            return SERIES;
        }
        return words.isEmpty() || isAllOf(words, ANY_WORDS, Set.of()) ? ANYTHING : TITLE;
    }

    /** Whether there is one of the words, and nothing else but words that go with any of them. */
    private static boolean isAllOf(List<String> words, Set<String> wanted, Set<String> alsoAllowed) {
        return words.stream().anyMatch(wanted::contains)
                && words.stream()
                        .allMatch(word -> wanted.contains(word)
                                || alsoAllowed.contains(word)
                                || WORDS_BESIDE.contains(word)
                                || ANY_WORDS.contains(word));
    }

    private static List<String> words(String name) {
        String cut = name.length() > 60 ? name.substring(0, 60) : name;
        return List.of(cut.toLowerCase(Locale.ROOT).split("[\\s._()\\[\\]-]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
