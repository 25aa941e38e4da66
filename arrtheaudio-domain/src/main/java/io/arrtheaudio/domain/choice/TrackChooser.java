package io.arrtheaudio.domain.choice;

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
 */
public final class TrackChooser {

    private final List<HeardTrack> tracks;
    private final List<WantedLanguage> wanted;
    private final Comparator<HeardTrack> ranking;
    private final Explainer explainer;

    private TrackChooser(MediaFile file, TrackPolicy policy, OriginalLanguage original) {
        this.tracks =
                file.audio().stream().map(track -> HeardTrack.of(track, policy)).toList();
        this.wanted = wanted(policy, original);
        this.ranking = Comparator.comparing(HeardTrack::track, policy.ranking().order());
        this.explainer = new Explainer(tracks, policy, wanted);
    }

    /** Chooses for one file. */
    public static Choice choose(MediaFile file, TrackPolicy policy, OriginalLanguage original) {
        return new TrackChooser(file, policy, original).choose();
    }

    /** The languages to look for, the original one first if it is known and the policy uses it; each one once. */
    static List<WantedLanguage> wanted(TrackPolicy policy, OriginalLanguage original) {
        List<WantedLanguage> wanted = new ArrayList<>();
        if (policy.original() == OriginalUse.PREFER && original.isKnown()) {
            wanted.add(new WantedLanguage(
                    inWantedVariant(original.language(), policy), "original language, " + original.source()));
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
        boolean isOnlyDefault =
                tracks.stream().allMatch(other -> other.track().is(TrackFlag.DEFAULT) == (other.track() == track));
        return isOnlyDefault
                ? new Choice.Keep(track, explainer.keeps(best, want))
                : new Choice.Switch(track, explainer.switches(best, want));
    }
}
