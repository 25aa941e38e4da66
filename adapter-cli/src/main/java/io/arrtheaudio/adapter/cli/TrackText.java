package io.arrtheaudio.adapter.cli;

import io.arrtheaudio.domain.language.Language;
import io.arrtheaudio.domain.media.AudioTrack;
import io.arrtheaudio.domain.media.TrackFlag;
import io.arrtheaudio.domain.media.TrackRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tracks in words. */
final class TrackText {

    private TrackText() {}

    /** {@code audio 2 Japanese aac 5.1}. */
    static String brief(AudioTrack track) {
        String text = "audio " + track.position() + " " + language(track.language()) + " " + track.codec() + " "
                + channels(track.channels());
        return Shown.text(text);
    }

    static String language(Language language) {
        return language.equals(Language.UNDETERMINED) ? "(no language)" : language.name();
    }

    static String channels(int channels) {
        return switch (channels) {
            case 0 -> "?";
            case 1 -> "mono";
            case 2 -> "stereo";
            case 6 -> "5.1";
            case 8 -> "7.1";
            default -> channels + "ch";
        };
    }

    static String role(TrackRole role) {
        return word(role);
    }

    /** Every flag but the default one, in a steady order: {@code commentary}, {@code visual_impaired}. */
    static List<String> flags(AudioTrack track) {
        return Arrays.stream(TrackFlag.values())
                .filter(flag -> flag != TrackFlag.DEFAULT && track.is(flag))
                .map(TrackText::word)
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
