package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.language.Closeness;
import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;

/**
 * A track as a policy sees it, worked out once.
 *
 * @param track the track
 * @param role what it is for
 * @param language what it is read as: its own language, or the policy's for tracks without one
 * @param isCandidate whether it may play at all
 */
record HeardTrack(AudioTrack track, TrackRole role, Language language, boolean isCandidate) {

    static HeardTrack of(AudioTrack track, TrackPolicy policy) {
        return new HeardTrack(
                track,
                track.role(),
                track.language().isUndetermined() ? policy.untagged() : track.language(),
                !track.is(TrackFlag.DISABLED) || policy.disabled() == DisabledTracks.CONSIDER);
    }

    /** Whether it may be chosen among others. */
    boolean isEligible() {
        return isCandidate && role == TrackRole.MAIN;
    }

    Closeness closenessTo(WantedLanguage want) {
        return want.language().closenessTo(language);
    }

    boolean matches(WantedLanguage want) {
        return closenessTo(want) != Closeness.NONE;
    }
}
