package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.choice.OriginalLanguage.Confidence;
import io.arrtheaudio.domain.language.Closeness;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the audio track that should be the default one. The same input always gives the same choice, and choosing
 * again after the choice was carried out gives {@link Choice.Keep}.
 *
 * <p>Thread-safe.
 */
public final class TrackChooser {

    private final List<HeardTrack> tracks;
    private final List<WantedLanguage> wanted;
    private final Comparator<HeardTrack> ranking;
    private final Explainer explainer;

    private TrackChooser(List<AudioTrack> audio, TrackPolicy policy, OriginalLanguage original) {
        this.tracks = audio.stream().map(track -> HeardTrack.of(track, policy)).toList();
        this.wanted = wanted(policy, original);
        this.ranking = Comparator.comparing(HeardTrack::track, policy.ranking().order());
        this.explainer = new Explainer(tracks, policy, original, wanted);
    }

    /** Chooses for one file. */
    public static Choice choose(MediaFile file, TrackPolicy policy, OriginalLanguage original) {
        return new TrackChooser(file.audio(), policy, original).choose();
    }

    /**
     * Chooses among audio tracks from anywhere.
     *
     * @param audio all of one file
     * @throws IllegalArgumentException if their positions are not 1, 2, 3 ...
     */
    public static Choice choose(List<AudioTrack> audio, TrackPolicy policy, OriginalLanguage original) {
        return new TrackChooser(AudioTrack.inOrder(audio, "the list"), policy, original).choose();
    }

    /**
     * Whether it could change what is chosen to know the title's original language. It cannot where the policy does not use
     * it, where one track may play, and where all main tracks are in one language and one of them is chosen anyway.
     */
    public static boolean needsOriginal(MediaFile file, TrackPolicy policy) {
        if (policy.original() == OriginalUse.IGNORE) {
            return false;
        }
        List<HeardTrack> candidates = file.audio().stream()
                .map(track -> HeardTrack.of(track, policy))
                .filter(HeardTrack::isCandidate)
                .toList();
        List<Language> spoken = candidates.stream()
                .filter(track -> track.isEligible() && track.language().isSpoken())
                .map(HeardTrack::language)
                .distinct()
                .toList();
        if (candidates.size() < 2 || spoken.isEmpty()) {
            return false;
        }
        boolean isChosenAnyway = !(choose(file, policy, OriginalLanguage.UNKNOWN) instanceof Choice.NoMatch);
        return spoken.size() > 1 || !isChosenAnyway;
    }

    /** The languages to look for, the original one first if it is known and the policy uses it; each one once. */
    static List<WantedLanguage> wanted(TrackPolicy policy, OriginalLanguage original) {
        List<WantedLanguage> wanted = new ArrayList<>();
        if (policy.original() == OriginalUse.PREFER && original.isKnown()) {
            String doubt = original.confidence() == Confidence.LOW ? "; not certain" : "";
            wanted.add(new WantedLanguage(
                    inWantedVariant(original.language(), policy), "original language: " + original.source() + doubt));
        }
        String list = policy.rule().isEmpty() ? "your list" : "your list for " + policy.rule();
        for (Language language : policy.languages()) {
            if (wanted.stream().noneMatch(earlier -> earlier.language().equals(language))) {
                wanted.add(new WantedLanguage(language, list));
            }
        }
        return wanted;
    }

    /**
     * Who tells original languages tells no region: a film from Brazil is "Portuguese" to TMDB and Radarr. Somebody who
     * lists {@code pt-BR} wants that one of several Portuguese tracks.
     */
    private static Language inWantedVariant(Language original, TrackPolicy policy) {
        Language base = new Language(original.code(), "", "");
        return policy.languages().stream()
                .filter(listed -> original.equals(base) && listed.code().equals(original.code()))
                .findFirst()
                .orElse(original);
    }

    private Choice choose() {
        List<HeardTrack> candidates =
                tracks.stream().filter(HeardTrack::isCandidate).toList();
        if (candidates.size() == 1) {
            AudioTrack only = candidates.get(0).track();
            return new Choice.Keep(only, explainer.only(only));
        }
        for (WantedLanguage want : wanted) {
            Optional<HeardTrack> best = best(want);
            if (best.isPresent()) {
                return settle(best.get(), want);
            }
        }
        return new Choice.NoMatch(explainer.noMatch());
    }

    private Optional<HeardTrack> best(WantedLanguage want) {
        Comparator<HeardTrack> nearest = Comparator.comparing(track -> track.closenessTo(want));
        return tracks.stream()
                .filter(track -> track.isEligible() && track.closenessTo(want) != Closeness.NONE)
                .min(nearest.thenComparing(ranking));
    }

    private Choice settle(HeardTrack best, WantedLanguage want) {
        AudioTrack track = best.track();
        boolean isOnlyDefault = tracks.stream()
                .allMatch(other ->
                        other.track().is(TrackFlag.DEFAULT) == other.track().equals(track));
        return isOnlyDefault
                ? new Choice.Keep(track, explainer.keeps(best, want))
                : new Choice.Switch(track, explainer.switches(best, want));
    }
}
