package io.arrtheaudio.domain.media;

import io.arrtheaudio.domain.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds the audio tracks of a file, one line a track: {@code tracks().add("jpn", DEFAULT).add("eng").file()}. */
public final class Tracks {

    private final List<AudioTrack> tracks = new ArrayList<>();

    private Tracks() {}

    public static Tracks tracks() {
        return new Tracks();
    }

    /** A stereo AAC track without a title. */
    public Tracks add(String language, TrackFlag... flags) {
        return titled(language, "", flags);
    }

    /** A stereo AAC track. */
    public Tracks titled(String language, String title, TrackFlag... flags) {
        return add(language, title, "aac", 2, flags);
    }

    /** A track without a title. */
    public Tracks coded(String language, String codec, int channels, TrackFlag... flags) {
        return add(language, "", codec, channels, flags);
    }

    private Tracks add(String language, String title, String codec, int channels, TrackFlag... flags) {
        Language read = Language.fromTag(language).orElseThrow();
        tracks.add(new AudioTrack(tracks.size() + 1, read, title, codec, channels, Set.of(flags)));
        return this;
    }

    public MediaFile file() {
        return fileOf(tracks);
    }

    public static MediaFile fileOf(List<AudioTrack> tracks) {
        return new MediaFile(Path.of("/media/film.mkv"), Container.MATROSKA, tracks);
    }

    /** The file after a track became its only default, everything else as it was. */
    public static MediaFile switchedTo(AudioTrack chosen, MediaFile file) {
        return fileOf(file.audio().stream()
                .map(track -> withDefault(track, track.position() == chosen.position()))
                .toList());
    }

    private static AudioTrack withDefault(AudioTrack track, boolean isDefault) {
        EnumSet<TrackFlag> flags = EnumSet.noneOf(TrackFlag.class);
        flags.addAll(track.flags());
        flags.remove(TrackFlag.DEFAULT);
        if (isDefault) {
            flags.add(TrackFlag.DEFAULT);
        }
        return new AudioTrack(
                track.position(), track.language(), track.title(), track.codec(), track.channels(), flags);
    }
}
