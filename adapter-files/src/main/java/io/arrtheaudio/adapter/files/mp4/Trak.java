package io.arrtheaudio.adapter.files.mp4;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import java.util.EnumSet;
import java.util.Set;

/**
 * An audio track and where its default flag lies.
 *
 * @param box the {@code trak} box
 * @param headers how many {@code tkhd} boxes it has, at least one
 * @param header the first of them
 * @param language of its sound
 * @param title empty if it has none
 * @param roles as flags
 * @param sound codec and channels
 */
record Trak(
        Box box, int headers, TrackHeader header, Language language, String title, Set<TrackFlag> roles, Sound sound) {

    Trak {
        roles = Set.copyOf(roles);
    }

    /** What callers are told about it. */
    AudioTrack at(int position) {
        Set<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        flags.addAll(roles);
        if (header.isEnabled()) {
            flags.add(TrackFlag.DEFAULT);
        }
        if (header.alternateGroup() == 0) {
            flags.add(TrackFlag.UNGROUPED);
        }
        return new AudioTrack(position, language, title, sound.codec(), sound.channels(), flags);
    }
}
