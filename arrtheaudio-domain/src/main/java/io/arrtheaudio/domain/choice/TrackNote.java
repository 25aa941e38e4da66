package io.arrtheaudio.domain.choice;

import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackRole;

/**
 * What was thought of one track.
 *
 * @param track the track
 * @param role what it is for
 * @param chosen whether it was taken
 * @param because why, or why not, in a few words for people
 */
public record TrackNote(AudioTrack track, TrackRole role, boolean chosen, String because) {}
