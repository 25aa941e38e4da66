package io.arrtheaudio.domain.media;

import java.util.regex.Pattern;

/** The words by which people mark commentaries and audio descriptions in track titles. */
final class TitleWords {

    private static final Pattern COMMENTARY = Pattern.compile("\\bcomm?entar(y|ies)\\b", Pattern.CASE_INSENSITIVE);

    private TitleWords() {}

    static TrackRole roleOf(String title) {
        return COMMENTARY.matcher(title).find() ? TrackRole.COMMENTARY : TrackRole.MAIN;
    }
}
