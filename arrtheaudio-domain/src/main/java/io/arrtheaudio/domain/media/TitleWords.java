package io.arrtheaudio.domain.media;

/**
 * The words by which people mark commentaries and audio descriptions in track titles. A spelled-out description goes
 * before a commentary, since a "descriptive commentary" is one; an abbreviated one goes behind, since a "commentary with
 * director and AD" is none.
 */
final class TitleWords {

    private TitleWords() {}

    static TrackRole roleOf(String title) {
        if (title.isBlank()) {
            return TrackRole.MAIN;
        }
        TitleText text = TitleText.of(title);
        if (text.claims(Vocabulary.DESCRIPTION_BEGINNINGS, Vocabulary.DESCRIPTION_ANYWHERE)) {
            return TrackRole.DESCRIPTIVE;
        }
        if (text.claims(Vocabulary.COMMENTARY_BEGINNINGS, Vocabulary.COMMENTARY_ANYWHERE)) {
            return TrackRole.COMMENTARY;
        }
        return text.isAbbreviatedDescription() ? TrackRole.DESCRIPTIVE : TrackRole.MAIN;
    }
}
