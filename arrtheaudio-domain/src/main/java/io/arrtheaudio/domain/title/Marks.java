package io.arrtheaudio.domain.title;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Finds what names say about seasons and episodes. */
final class Marks {

    private static final Pattern EPISODE = Pattern.compile(
            "(?:[st][0-9]{1,4}-?(?:e|ep|x)[0-9]{1,4}" // S01E01, S01E01E02, S01E01-E03, and Spanish T01E01
                    + "|[0-9]{1,2}x[0-9]{2,3}(?![\\p{L}\\p{N}])" // 1x02, 1x02-03
                    + "|e[0-9]{2,4}(?![\\p{L}\\p{N}&&[^ev]])" // E05, E05E06, E05v2
                    + "|ep[0-9]{1,4}(?![\\p{L}\\p{N}&&[^v]])" // EP05
                    + "|[0-9]{1,2}of[0-9]{1,2}(?![\\p{L}\\p{N}])" // 1of6
                    + "|\u7b2c[0-9]{1,4}[\u8a71\u8bdd\u96c6\u56de\u671f]).*"); // CJK: number so-and-so
    private static final Pattern EPISODE_BEHIND_SEASON =
            Pattern.compile("(?:e|ep)[0-9]{1,4}(?![\\p{L}\\p{N}&&[^ev]]).*");
    private static final Pattern KOREAN_EPISODE = Pattern.compile("[0-9]{1,4}[\ud68c\ud654]");
    private static final Pattern DATE = Pattern.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            + "|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])");

    private static final Pattern SEASON = Pattern.compile(
            "s[0-9]{1,2}(?:-s?[0-9]{1,2})?(?:-\\p{L}.*)?" // S01, S01-S05
                    + "|\u7b2c[0-9\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]{1,3}[\u5b63\u90e8]"
                    + "|(?:\u30b7\u30fc\u30ba\u30f3|\uc2dc\uc98c)[0-9]{1,2}");
    private static final Pattern GLUED_SEASON =
            Pattern.compile("(?:season|staffel|saison|temporada|stagione|seizoen|sezon)[0-9]{1,4}");
    private static final Set<String> SEASON_WORDS = Set.of(
            "season",
            "seasons",
            "series",
            "staffel",
            "staffeln",
            "saison",
            "saisons",
            "temporada",
            "stagione",
            "seizoen",
            "s\u00e4song",
            "sasong",
            "sesong",
            "s\u00e6son",
            "saeson",
            "kausi",
            "sezon",
            "sezona",
            "s\u00e9rie",
            "serie",
            "\u00e9vad",
            "evad",
            "\u0441\u0435\u0437\u043e\u043d",
            "\u30b7\u30fc\u30ba\u30f3",
            "\uc2dc\uc98c",
            "sesson",
            "sezonul");
    private static final Pattern ORDINAL =
            Pattern.compile("[0-9]{1,2}(?:st|nd|rd|th|\\.|\u00aa|\u00ba|e|i\u00e8me|ro|do)?");
    private static final Set<String> ORDINAL_WORDS = Set.of("first", "second", "third", "fourth", "fifth", "final");

    private static final Pattern NUMBER =
            Pattern.compile("#?[0-9]{1,4}(?:v[0-9])?|[0-9]{1,3}\\.5|[0-9]{1,4}[-~][0-9]{1,4}|(?:sp|ova)[0-9]{1,2}");
    private static final Pattern HASHED = Pattern.compile("#[0-9]{1,4}");
    private static final Set<String> EPISODE_WORDS = Set.of(
            "ep",
            "ep.",
            "episode",
            "folge",
            "\u00e9pisode",
            "episodio",
            "epis\u00f3dio",
            "cap\u00edtulo",
            "capitulo",
            "cap",
            "cap.",
            "odcinek",
            "\u0441\u0435\u0440\u0438\u044f",
            "aflevering",
            "avsnitt",
            "afsnit",
            "jakso",
            "b\u00f6l\u00fcm",
            "epizoda",
            "teil");
    private static final Set<String> NUMBERLESS = Set.of("ova", "oad", "ona", "ncop", "nced", "special", "specials");

    private final List<Token> tokens;
    private final boolean isOfFansubGroup;

    /**
     * Looks at words.
     *
     * @param isOfFansubGroup whether the name began with a group in brackets; then less is needed for a number
     */
    Marks(List<Token> tokens, boolean isOfFansubGroup) {
        this.tokens = tokens;
        this.isOfFansubGroup = isOfFansubGroup;
    }

    /** The surest mark there is; it begins where the first sure one begins. */
    Mark find() {
        int season = first(this::isSeason);
        int episode = first(this::isEpisode);
        if (episode < tokens.size()) {
            return new Mark(Math.min(season, episode), Mark.Sign.EPISODE);
        }
        int number = first(this::isNumber);
        if (season < tokens.size()) {
            return new Mark(season, Mark.Sign.SEASON);
        }
        return new Mark(number, number < tokens.size() ? Mark.Sign.NUMBER : Mark.Sign.NONE);
    }

    private int first(IntPredicate isWanted) {
        int at = 0;
        while (at < tokens.size() && !isWanted.test(at)) {
            at++;
        }
        return at;
    }

    private boolean isDash(int at) {
        return word(at).equals(Token.DASH);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private int number(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).number() : -1;
    }

    private boolean isEpisode(int at) {
        String word = word(at);
        return EPISODE.matcher(word).matches()
                || KOREAN_EPISODE.matcher(word).matches()
                || DATE.matcher(word).matches()
                || isDateInWords(at)
                || isEpisodeBehindSeason(at)
                || isNumberOfMany(at);
    }

    /** {@code S01 E1}, {@code Season 1 Episode 2}. */
    private boolean isEpisodeBehindSeason(int at) {
        int before = isDash(at - 1) ? at - 2 : at - 1;
        boolean isBehindSeason = isSeason(before) || (number(before) >= 0 && isSeason(before - 1));
        return isBehindSeason && (EPISODE_BEHIND_SEASON.matcher(word(at)).matches() || isWordWithNumber(at));
    }

    /** {@code 2024 05 17} and {@code 17 05 2024}. */
    private boolean isDateInWords(int at) {
        boolean isYearFirst = isCentury(at) && isMonth(at + 1) && isDay(at + 2);
        return isYearFirst || (isDay(at) && isMonth(at + 1) && isCentury(at + 2));
    }

    private boolean isCentury(int at) {
        return word(at).length() == 4 && number(at) >= 1950 && number(at) < 2100;
    }

    private boolean isMonth(int at) {
        return word(at).length() == 2 && number(at) >= 1 && number(at) <= 12;
    }

    private boolean isDay(int at) {
        return word(at).length() == 2 && number(at) >= 1 && number(at) <= 31;
    }

    /** {@code 1 of 6}. */
    private boolean isNumberOfMany(int at) {
        return number(at) > 0 && word(at + 1).equals("of") && number(at + 2) >= number(at) && word(at).length() <= 2;
    }

    private boolean isSeason(int at) {
        String word = word(at);
        return SEASON.matcher(word).matches()
                || GLUED_SEASON.matcher(word).matches()
                || isSeasonWithNumber(at)
                || isOrdinalSeason(at)
                || isWholeSeries(at);
    }

    /** {@code Season 1}. */
    private boolean isSeasonWithNumber(int at) {
        return SEASON_WORDS.contains(word(at))
                && (SEASON_NUMBER.matcher(word(at + 1)).matches() || (at == 0 && isCentury(1)));
    }

    private static final Pattern SEASON_NUMBER =
            Pattern.compile("[0-9]{1,3}(?:[-~&][0-9]{1,3})?|one|two|three|four|five");

    /** {@code 2nd Season}, {@code 1. Staffel}; no film is called "Final Series", but "Open Season" stays one. */
    private boolean isOrdinalSeason(int at) {
        String word = word(at);
        return (ORDINAL.matcher(word).matches() || ORDINAL_WORDS.contains(word)) && SEASON_WORDS.contains(word(at + 1));
    }

    private boolean isWholeSeries(int at) {
        return word(at).equals("complete") && (SEASON_WORDS.contains(word(at + 1)) || isOrdinalSeason(at + 1));
    }

    private boolean isNumber(int at) {
        if (at == 0 || tokens.get(at).isDash()) {
            return false;
        }
        return HASHED.matcher(word(at)).matches()
                || isWordWithNumber(at)
                || isNumberWithWord(at)
                || (isCounting(at) && standsForEpisode(at))
                || (isOfFansubGroup && isExtraEpisode(at));
    }

    /** {@code OVA}, {@code OVA 01}. */
    private boolean isExtraEpisode(int at) {
        return NUMBERLESS.contains(word(at)) && isEndOfTitle(number(at + 1) >= 0 ? at + 2 : at + 1);
    }

    /** {@code Episode 5}. */
    private boolean isWordWithNumber(int at) {
        return EPISODE_WORDS.contains(word(at)) && number(at + 1) >= 0;
    }

    /** {@code 5 серия}. */
    private boolean isNumberWithWord(int at) {
        return number(at) >= 0 && word(at + 1).equals("\u0441\u0435\u0440\u0438\u044f");
    }

    private boolean isCounting(int at) {
        return NUMBER.matcher(word(at)).matches()
                && !Years.isYear(tokens.get(at))
                && !word(at - 1).equals("movie");
    }

    private boolean standsForEpisode(int at) {
        if (tokens.get(at).isBracketed()) {
            return (tokens.get(at).bracket() == '[' || isOfFansubGroup) && isAloneInBracket(at);
        }
        boolean isBehindDash = isDash(at - 1);
        return (isBehindDash && isEndOfTitle(at + 1)) || (isOfFansubGroup && isEndOfTitle(at + 1) && !isDash(at + 1));
    }

    private boolean isAloneInBracket(int at) {
        int group = tokens.get(at).group();
        return group > 1
                && tokens.get(at - 1).group() != group
                && (at + 1 == tokens.size() || tokens.get(at + 1).group() != group);
    }

    /** Nothing, a dash, a bracket or a tag. */
    private boolean isEndOfTitle(int at) {
        return at >= tokens.size()
                || tokens.get(at).isDash()
                || tokens.get(at).isBracketed()
                || Tags.isCertain(tokens.get(at))
                || word(at).equals("end");
    }
}
