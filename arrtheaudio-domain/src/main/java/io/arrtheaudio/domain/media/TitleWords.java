package io.arrtheaudio.domain.media;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells from a track's title what the track is for. A word that denies itself ("no commentary", "Kommentarfrei") does not
 * count; a description goes before a commentary, since "descriptive commentary" is one.
 */
final class TitleWords {

    /** Nobody says it later than here; a header may claim titles of any length. */
    private static final int LONGEST = 400;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String SEPARATORS = "[^\\p{L}\\p{N}]*";

    private static final String DESCRIBES = anyOf(Vocabulary.DESCRIPTION_BEGINNINGS, Vocabulary.DESCRIPTION_ANYWHERE);
    private static final String COMMENTS = anyOf(Vocabulary.COMMENTARY_BEGINNINGS, Vocabulary.COMMENTARY_ANYWHERE);
    private static final String EITHER = "(?:" + DESCRIBES + "|" + COMMENTS + ")";

    private static final Pattern DESCRIPTION = Pattern.compile(DESCRIBES);
    private static final Pattern COMMENTARY = Pattern.compile(COMMENTS);
    private static final Pattern SOMETHING = Pattern.compile(EITHER);
    private static final Pattern DENIED =
            Pattern.compile("(?<!\\p{L})" + oneOf(Vocabulary.DENIED_BEFORE) + "(?!\\p{L})" + SEPARATORS
                    + "(?:(?:audio|director'?s?|le|the)(?!\\p{L})" + SEPARATORS + ")?\\p{L}*?" + EITHER + "\\p{L}*"
                    + "|" + EITHER + "\\p{L}*?" + SEPARATORS + oneOf(Vocabulary.DENIED_BEHIND) + "(?!\\p{L})");

    private TitleWords() {}

    static TrackRole roleOf(String title) {
        if (title.isBlank()) {
            return TrackRole.MAIN;
        }
        String plain = unaccented(title.length() > LONGEST ? title.substring(0, LONGEST) : title);
        String lower = plain.toLowerCase(Locale.ROOT);
        TrackRole spelledOut = SOMETHING.matcher(lower).find() ? ofWords(lower) : TrackRole.MAIN;
        return spelledOut == TrackRole.MAIN && TitleAbbreviations.markDescription(plain)
                ? TrackRole.DESCRIPTIVE
                : spelledOut;
    }

    private static TrackRole ofWords(String lower) {
        String claimed = DENIED.matcher(lower).replaceAll(" ");
        if (DESCRIPTION.matcher(claimed).find()) {
            return TrackRole.DESCRIPTIVE;
        }
        return COMMENTARY.matcher(claimed).find() ? TrackRole.COMMENTARY : TrackRole.MAIN;
    }

    /** Full-width letters become plain ones, half-width katakana whole ones, and letters lose their accents. */
    private static String unaccented(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
            }
        }
        return text;
    }

    private static String anyOf(List<String> beginnings, List<String> anywhere) {
        return "(?:(?<!\\p{L})" + oneOf(beginnings) + "|" + oneOf(anywhere) + ")";
    }

    private static String oneOf(List<String> words) {
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            patterns.add(unaccented(word).replace(" ", SEPARATORS));
        }
        return "(?:" + String.join("|", patterns) + ")";
    }
}
