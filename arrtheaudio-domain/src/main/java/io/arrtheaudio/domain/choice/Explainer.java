package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts into words what {@link TrackChooser} found: one note for every track, and what the user should know beside. */
final class Explainer {

    private final List<HeardTrack> tracks;
    private final TrackPolicy policy;
    private final OriginalLanguage original;
    private final List<WantedLanguage> wanted;

    Explainer(List<HeardTrack> tracks, TrackPolicy policy, OriginalLanguage original, List<WantedLanguage> wanted) {
        this.tracks = tracks;
        this.policy = policy;
        this.original = original;
        this.wanted = wanted;
    }

    /** There was nothing to choose. */
    Explanation only(AudioTrack only) {
        return explain(
                "there is only one audio track to play",
                track -> note(
                        track,
                        track.track().equals(only),
                        track.track().equals(only) ? "the only one" : whyNever(track)));
    }

    /** The best one is the only default already. */
    Explanation keeps(HeardTrack best, WantedLanguage want) {
        return chosen("audio " + best.track().position() + " is already the default: ", best, want);
    }

    /** The best one is to become the only default. */
    Explanation switches(HeardTrack best, WantedLanguage want) {
        return chosen("audio " + best.track().position() + " should be the default: ", best, want);
    }

    /** Nothing can be chosen. */
    Explanation noMatch() {
        return explain(whyNothing(), track -> note(track, false, whyNever(track)));
    }

    private Explanation chosen(String start, HeardTrack best, WantedLanguage want) {
        String matched = want.language().name() + " is wanted (" + want.because() + ")";
        return explain(
                start + matched,
                track -> note(track, track.equals(best), track.equals(best) ? matched : whyNot(track, best, want)));
    }

    private Explanation explain(String summary, Function<HeardTrack, TrackNote> noteOf) {
        return new Explanation(
                summary, original, wanted, tracks.stream().map(noteOf).toList(), warnings());
    }

    private static TrackNote note(HeardTrack track, boolean isChosen, String because) {
        return new TrackNote(track.track(), track.role(), isChosen, because);
    }

    private String whyNothing() {
        if (tracks.isEmpty()) {
            return "there is no audio track";
        }
        if (tracks.stream().noneMatch(HeardTrack::isCandidate)) {
            return "every audio track is disabled";
        }
        if (wanted.isEmpty()) {
            return "no language is wanted";
        }
        return "no main audio track in "
                + wanted.stream().map(want -> want.language().name()).collect(Collectors.joining(", "));
    }

    private String whyNot(HeardTrack track, HeardTrack best, WantedLanguage want) {
        if (!track.isEligible() || !track.matches(want)) {
            return whyNever(track);
        }
        String position = "audio " + best.track().position();
        if (track.closenessTo(want) != best.closenessTo(want)) {
            return track.language().name() + ", but " + position + " is nearer to "
                    + want.language().name();
        }
        return "same language, but " + position + " comes first (" + word(policy.ranking()) + ")";
    }

    private String whyNever(HeardTrack track) {
        if (!track.isCandidate()) {
            return "it is disabled";
        }
        if (track.role() == TrackRole.COMMENTARY) {
            return "it is a commentary";
        }
        if (track.role() == TrackRole.DESCRIPTIVE) {
            return "it is an audio description";
        }
        Language language = track.language();
        if (!language.isSpoken()) {
            return "it has no language";
        }
        boolean isListed = wanted.stream().anyMatch(track::matches);
        return language.name() + (isListed ? " is wanted less" : " is not wanted");
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        String disabled = tracks.stream()
                .filter(track -> track.track().is(TrackFlag.DISABLED))
                .map(track -> String.valueOf(track.track().position()))
                .collect(Collectors.joining(", "));
        if (!disabled.isEmpty()) {
            warnings.add("audio " + disabled + " disabled in the file (mkvmerge makes such tracks of MP4 alternates);"
                    + " disabled_tracks: " + word(policy.disabled()));
        }
        if (tracks.size() > 1 && tracks.stream().anyMatch(track -> track.track().is(TrackFlag.UNGROUPED))) {
            warnings.add("the audio tracks are not marked as alternatives (alternate_group 0), so strict players may"
                    + " stop to offer those that are not default; mp4_ungrouped: " + word(policy.ungrouped()));
        }
        return warnings;
    }

    /** As the settings write it. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
