package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;
import java.util.List;
import java.util.Objects;

/**
 * What a user wants to hear.
 *
 * @param rule the path rule these wishes come from, as the user wrote it; empty for the global ones
 * @param languages wanted languages, the most wanted first; may be empty
 * @param original whether the original language comes before the list
 * @param ranking which of several tracks in one language
 * @param untagged the language that tracks without one are read as; {@link Language#UNDETERMINED} leaves them alone
 * @param disabled whether disabled tracks may be chosen
 * @param ungrouped what to do with MP4 audio tracks that are no alternatives of each other
 */
public record TrackPolicy(
        String rule,
        List<Language> languages,
        OriginalUse original,
        Ranking ranking,
        Language untagged,
        DisabledTracks disabled,
        UngroupedTracks ungrouped) {

    /** English first; everything else as careful as can be. */
    public static final TrackPolicy DEFAULT = new TrackPolicy(
            "",
            List.of(new Language("eng", "", "")),
            OriginalUse.PREFER,
            Ranking.KEEP_CURRENT,
            Language.UNDETERMINED,
            DisabledTracks.IGNORE,
            UngroupedTracks.SWITCH);

    /** Checks the values; {@code languages} is copied. */
    public TrackPolicy {
        Objects.requireNonNull(rule, "rule");
        languages = List.copyOf(languages);
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(ranking, "ranking");
        Objects.requireNonNull(untagged, "untagged");
        Objects.requireNonNull(disabled, "disabled");
        Objects.requireNonNull(ungrouped, "ungrouped");
    }

    /** The same wishes with another list of languages. */
    public TrackPolicy withLanguages(List<Language> others) {
        return new TrackPolicy(rule, others, original, ranking, untagged, disabled, ungrouped);
    }

    /** The same wishes with another ranking. */
    public TrackPolicy withRanking(Ranking other) {
        return new TrackPolicy(rule, languages, original, other, untagged, disabled, ungrouped);
    }

    /** The same wishes with another reading of tracks without a language. */
    public TrackPolicy withUntagged(Language other) {
        return new TrackPolicy(rule, languages, original, ranking, other, disabled, ungrouped);
    }

    /** The same wishes with another use of the original language. */
    public TrackPolicy withOriginal(OriginalUse other) {
        return new TrackPolicy(rule, languages, other, ranking, untagged, disabled, ungrouped);
    }

    /** The same wishes with disabled tracks ignored or considered. */
    public TrackPolicy withDisabled(DisabledTracks other) {
        return new TrackPolicy(rule, languages, original, ranking, untagged, other, ungrouped);
    }

    /** The same wishes with ungrouped MP4 tracks switched or skipped. */
    public TrackPolicy withUngrouped(UngroupedTracks other) {
        return new TrackPolicy(rule, languages, original, ranking, untagged, disabled, other);
    }

    /** The same wishes under the name of a path rule. */
    public TrackPolicy withRule(String other) {
        return new TrackPolicy(other, languages, original, ranking, untagged, disabled, ungrouped);
    }
}
