package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Closeness;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.MediaFile;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses the audio track that should be the default one. The same input always gives the same choice, and choosing
 * again after the choice was carried out gives {@link Choice.Keep}.
 */
public final class TrackChooser {

    private final MediaFile file;
    private final TrackPolicy policy;
    private final List<AudioTrack> candidates;
    private final List<WantedLanguage> wanted;

    private TrackChooser(MediaFile file, TrackPolicy policy, OriginalLanguage original) {
        this.file = file;
        this.policy = policy;
        this.candidates =
                file.audio().stream().filter(track -> !isLeftOut(track)).toList();
        this.wanted = wanted(policy, original);
    }

    /** Chooses for one file. */
    public static Choice choose(MediaFile file, TrackPolicy policy, OriginalLanguage original) {
        return new TrackChooser(file, policy, original).choose();
    }

    /** The languages to look for, the original one first if it is known and the policy uses it; each one once. */
    static List<WantedLanguage> wanted(TrackPolicy policy, OriginalLanguage original) {
        List<WantedLanguage> wanted = new ArrayList<>();
        if (policy.original() == OriginalUse.PREFER && original.isKnown()) {
            wanted.add(new WantedLanguage(original.language(), "original language, " + original.source()));
        }
        String list = policy.rule().isEmpty() ? "your list" : "your list for " + policy.rule();
        for (Language language : policy.languages()) {
            if (wanted.stream().noneMatch(earlier -> earlier.language().equals(language))) {
                wanted.add(new WantedLanguage(language, list));
            }
        }
        return wanted;
    }

    private Choice choose() {
        if (candidates.size() == 1) {
            AudioTrack only = candidates.get(0);
            return new Choice.Keep(only, explain("there is only one audio track to play", only, "the only one"));
        }
        for (WantedLanguage want : wanted) {
            Optional<AudioTrack> best = best(want);
            if (best.isPresent()) {
                return settle(best.get(), want);
            }
        }
        return new Choice.NoMatch(explainNoMatch());
    }

    private Optional<AudioTrack> best(WantedLanguage want) {
        List<AudioTrack> matching =
                candidates.stream().filter(track -> matches(track, want)).toList();
        Optional<Closeness> nearest =
                matching.stream().map(track -> closeness(track, want)).min(Comparator.naturalOrder());
        return matching.stream()
                .filter(track -> Optional.of(closeness(track, want)).equals(nearest))
                .min(policy.ranking().order());
    }

    private boolean matches(AudioTrack track, WantedLanguage want) {
        return track.role() == TrackRole.MAIN && closeness(track, want) != Closeness.NONE;
    }

    private Closeness closeness(AudioTrack track, WantedLanguage want) {
        return want.language().closenessTo(languageOf(track));
    }

    /** What the track is read as: its own language, or the policy's for tracks without one. */
    private Language languageOf(AudioTrack track) {
        return track.language().equals(Language.UNDETERMINED) ? policy.untagged() : track.language();
    }

    private boolean isLeftOut(AudioTrack track) {
        return track.is(TrackFlag.DISABLED) && policy.disabled() == DisabledTracks.IGNORE;
    }

    private Choice settle(AudioTrack best, WantedLanguage want) {
        boolean isOnlyDefault = file.audio().stream()
                .allMatch(track -> track.is(TrackFlag.DEFAULT) == (track.position() == best.position()));
        String matched = want.language().name() + " is wanted (" + want.because() + ")";
        if (isOnlyDefault) {
            return new Choice.Keep(
                    best, explain("audio " + best.position() + " is already the default: " + matched, best, matched));
        }
        return new Choice.Switch(
                best, explain("audio " + best.position() + " should be the default: " + matched, best, matched));
    }

    private Explanation explain(String summary, AudioTrack chosen, String because) {
        List<TrackNote> notes = new ArrayList<>();
        for (AudioTrack track : file.audio()) {
            boolean isChosen = track.position() == chosen.position();
            notes.add(new TrackNote(track, track.role(), isChosen, isChosen ? because : whyNot(track, chosen)));
        }
        return new Explanation(summary, wanted, notes, warnings());
    }

    private Explanation explainNoMatch() {
        String summary;
        if (file.audio().isEmpty()) {
            summary = "there is no audio track";
        } else if (candidates.isEmpty()) {
            summary = "every audio track is disabled";
        } else if (wanted.isEmpty()) {
            summary = "no language is wanted";
        } else {
            summary = "no main audio track in "
                    + String.join(
                            ", ",
                            wanted.stream().map(want -> want.language().name()).toList());
        }
        List<TrackNote> notes = file.audio().stream()
                .map(track -> new TrackNote(track, track.role(), false, whyNever(track)))
                .toList();
        return new Explanation(summary, wanted, notes, warnings());
    }

    private String whyNot(AudioTrack track, AudioTrack chosen) {
        Language language = languageOf(track);
        boolean rivals = track.role() == TrackRole.MAIN
                && !isLeftOut(track)
                && wanted.stream()
                        .filter(want -> closeness(chosen, want) != Closeness.NONE)
                        .findFirst()
                        .map(want -> want.language().closenessTo(language) != Closeness.NONE)
                        .orElse(false);
        if (rivals) {
            return "same language, but audio " + chosen.position() + " comes first ("
                    + policy.ranking().name().toLowerCase(Locale.ROOT).replace('_', '-') + ")";
        }
        return whyNever(track);
    }

    private String whyNever(AudioTrack track) {
        if (isLeftOut(track)) {
            return "it is disabled";
        }
        if (track.role() == TrackRole.COMMENTARY) {
            return "it is a commentary";
        }
        if (track.role() == TrackRole.DESCRIPTIVE) {
            return "it is an audio description";
        }
        Language language = languageOf(track);
        if (!language.isSpoken()) {
            return "it has no language";
        }
        boolean listed = wanted.stream().anyMatch(want -> want.language().closenessTo(language) != Closeness.NONE);
        return language.name() + (listed ? " is wanted less" : " is not wanted");
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<String> disabled = file.audio().stream()
                .filter(track -> track.is(TrackFlag.DISABLED))
                .map(track -> String.valueOf(track.position()))
                .toList();
        if (!disabled.isEmpty()) {
            warnings.add("audio " + String.join(", ", disabled)
                    + " disabled in the file (mkvmerge makes such tracks of MP4 alternates); disabled_tracks: "
                    + policy.disabled().name().toLowerCase(Locale.ROOT));
        }
        if (file.audio().size() > 1 && file.audio().stream().anyMatch(track -> track.is(TrackFlag.UNGROUPED))) {
            warnings.add("the audio tracks are not marked as alternatives (alternate_group 0), so strict players may"
                    + " stop to offer those that are not default; mp4_ungrouped: "
                    + policy.ungrouped().name().toLowerCase(Locale.ROOT));
        }
        return warnings;
    }
}
