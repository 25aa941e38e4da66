package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.Tracks;
import java.util.Arrays;

/** Short words for policies and choices. */
final class Wishes {

    private Wishes() {}

    /** The default policy with these languages, written as a person may write them. */
    static TrackPolicy wants(String... languages) {
        return TrackPolicy.DEFAULT.withLanguages(
                Arrays.stream(languages).map(Wishes::language).toList());
    }

    static Language language(String text) {
        return Language.read(text).orElseThrow();
    }

    static OriginalLanguage original(String language) {
        return new OriginalLanguage(language(language), "asked for");
    }

    static Choice choose(Tracks audio, TrackPolicy policy) {
        return TrackChooser.choose(audio.file(), policy, OriginalLanguage.UNKNOWN);
    }

    /** What is chosen, in a few words: {@code switch to 2}. */
    static String choice(Tracks audio, TrackPolicy policy) {
        return choice(audio, policy, OriginalLanguage.UNKNOWN);
    }

    static String choice(Tracks audio, TrackPolicy policy, OriginalLanguage original) {
        return TrackChooser.choose(audio.file(), policy, original)
                .fold(
                        found -> "switch to " + found.to().position(),
                        keep -> "keep " + keep.already().position(),
                        none -> "no match");
    }
}
