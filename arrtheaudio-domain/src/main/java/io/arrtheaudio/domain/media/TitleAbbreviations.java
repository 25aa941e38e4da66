package io.arrtheaudio.domain.media;

import java.util.regex.Pattern;

/**
 * AD (audio description) and DVS (descriptive video service) in titles. In capitals they count wherever they stand alone;
 * otherwise, since "Ad Astra" is a film and "ad" a word, only as the whole title, as its last word, alone in brackets or
 * before a channel layout.
 */
final class TitleAbbreviations {

    private static final String ALONE = "(?<!\\p{L})";
    private static final String NOT_DENIED =
            "(?<!" + ALONE + "(?i:no|non|not|without|w/o|minus|ohne|sans|sin|senza|sem|bez|без)[ ._-]{1,3})";
    private static final String NO_OTHER_SENSE =
            "(?!\\p{L}|[ ._-]*(?i:free|astra|hoc|lib|infinitum|nauseam|vitam|block(?:er|ed)?)(?!\\p{L}))";

    private static final Pattern CAPITALS = Pattern.compile(ALONE + NOT_DENIED + "(?:AD|DVS)" + NO_OTHER_SENSE);
    private static final Pattern ANY_CASE = Pattern.compile(
            ALONE + NOT_DENIED
                    + "(?:ad|dvs)(?:[^\\p{L}\\p{N}]*$|(?<=[(\\[{<].{2,3})[)\\]}>]|[ ._-]{0,3}[1-9]\\.[0-4](?!\\d))",
            Pattern.CASE_INSENSITIVE);

    private TitleAbbreviations() {}

    /** Whether one of them is in the title, whose letters are plain but in the case they were written. */
    static boolean markDescription(String title) {
        return CAPITALS.matcher(title).find() || ANY_CASE.matcher(title).find();
    }
}
