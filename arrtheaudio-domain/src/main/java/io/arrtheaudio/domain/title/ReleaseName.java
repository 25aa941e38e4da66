package io.arrtheaudio.domain.title;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one name says, of a file or of a folder: how release groups, Sonarr, Radarr, Plex, Jellyfin and Kodi name things.
 *
 * @param title empty if it says none, as in {@code S01E01.mkv}
 * @param year 0 if it says none
 * @param ids in the name
 * @param sign what it says about episodes
 * @param isTagged whether it says how the file was made, as in {@code 1080p}
 */
record ReleaseName(String title, int year, TitleIds ids, Mark.Sign sign, boolean isTagged) {

    /** A file system allows 255 bytes; whatever comes behind that is nobody's title. */
    private static final int LONGEST = 400;

    private static final Set<String> ENDINGS = Set.of(
            "mkv", "mk3d", "mka", "webm", "mp4", "m4v", "mov", "qt", "3gp", "avi", "ts", "m2ts", "mts", "wmv", "mpg",
            "mpeg", "vob", "flv", "ogm", "ogv", "divx", "iso", "strm", "nfo");

    /** What Plex, Jellyfin and Kodi put behind the name of a film for what belongs to it. */
    private static final Pattern EXTRA = Pattern.compile(
            "[-._](?:trailer|sample|behindthescenes|deleted|deletedscene|featurette|interview|scene|short|extra|clip)[0-9]{0,2}$",
            Pattern.CASE_INSENSITIVE);

    /** Checks the values. */
    ReleaseName {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(sign, "sign");
    }

    /** Reads the name of a folder. Any text is read, in time that its length does not change much. */
    static ReleaseName ofFolder(String name) {
        return NameDecisions.read(shortened(name));
    }

    /** Reads the name of a file, with or without its ending. */
    static ReleaseName ofFile(String name) {
        return ofFolder(withoutEnding(shortened(name)));
    }

    /** What is known from this name alone. An id of TVDB counts for series only. */
    TitleHint hint() {
        TitleKind kind = kind();
        return new TitleHint(kind, title, year, kind == TitleKind.MOVIE ? ids.withoutTvdb() : ids);
    }

    ReleaseName withYear(int other) {
        return new ReleaseName(title, other, ids, sign, isTagged);
    }

    ReleaseName withoutTitle() {
        return new ReleaseName("", year, ids, sign, isTagged);
    }

    private TitleKind kind() {
        if (isOfSeries()) {
            return TitleKind.SERIES;
        }
        if (year != 0 || isTagged) {
            return TitleKind.MOVIE;
        }
        return ids.tvdb() != 0 ? TitleKind.SERIES : TitleKind.UNKNOWN;
    }

    /** Whether it says that it is an episode or a season. */
    boolean isOfSeries() {
        return sign != Mark.Sign.NONE;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        boolean isEnding = dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        String bare = isEnding ? name.substring(0, dot) : name;
        return EXTRA.matcher(bare).replaceFirst("");
    }

    static String join(List<Token> words) {
        StringBuilder title = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            Token word = words.get(at);
            boolean opens = word.isBracketed() && (at == 0 || words.get(at - 1).group() != word.group());
            boolean closes = word.isBracketed()
                    && (at + 1 == words.size() || words.get(at + 1).group() != word.group());
            title.append(at > 0 ? " " : "")
                    .append(opens ? "(" : "")
                    .append(word.text())
                    .append(closes ? ")" : "");
        }
        return title.toString();
    }
}
